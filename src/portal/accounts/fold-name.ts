/** How usernames and e-mail addresses are compared. */

/** One key for every way of typing the same name: case and composition do not matter. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
