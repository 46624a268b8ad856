/** Errors that nobody caught: Electron would show one in English, or merely warn, and go on. */

/**
 * Catches every stray error from now on.
 * @param handle what to do with one until told otherwise
 * @returns what tells otherwise
 */
export function catchStrayErrors(
  handle: (error: unknown) => void,
): (next: (error: unknown) => void) => void {
  let present = handle
  process.on('uncaughtException', (error) => present(error))
  process.on('unhandledRejection', (error) => present(error))
  return (next) => {
    present = next
  }
}
