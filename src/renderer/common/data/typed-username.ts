/** The username as one typed it on the page one left, for the page one comes to. No secret. */
let typed: string | null = null

/** Keeps it for as long as the window is open; an empty field keeps nothing. */
export function keepTypedUsername(username: string): void {
  const trimmed = username.trim()
  typed = trimmed === '' ? null : trimmed
}

/** What was typed, or null. */
export function typedUsername(): string | null {
  return typed
}
