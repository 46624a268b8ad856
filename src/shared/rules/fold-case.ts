/**
 * `text` without regard to case and to how its characters are composed. Through upper case, so that
 * "ß" equals "SS", and through lower case before that, so that "ẞ" does too.
 */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
}
