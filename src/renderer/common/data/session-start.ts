/**
 * Whether a page was already opened in this session. Serv@Net opens on the page that the profile names
 * only as the first one, and only for who has asked for no other: a link, a page that one comes back to,
 * and the guide's own way from enrolment to the home page all come before it.
 */
let hasBegun = false

/** Whether Serv@Net's home is where its links say. */
export function hasSessionBegun(): boolean {
  return hasBegun
}

/** A page is open, or was asked for. */
export function beginSession(): void {
  hasBegun = true
}

/** Nobody is signed in any more: whoever comes next begins anew. */
export function endBegunSession(): void {
  hasBegun = false
}
