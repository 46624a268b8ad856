// @ts-check
/** A failure that a person can act on: what happened, and the next step in a line or two. */
export class Failure extends Error {
  /**
   * @param {string} message what happened
   * @param {string} next what to do about it
   */
  constructor(message, next) {
    super(message)
    this.name = 'Failure'
    this.next = next
  }
}

/**
 * Prints a failure for a person, with its next step; anything unforeseen keeps its stack.
 * @param {unknown} error
 */
export function reportFailure(error) {
  if (error instanceof Failure) {
    console.error(`\n✗ ${error.message}\n  → ${error.next}\n`)
    return
  }
  console.error('\n✗ Something unforeseen went wrong:', error)
  console.error('  → Run the same command again; if it fails alike, report the lines above.\n')
}
