/** Keeps the direction of what somebody typed from turning the sentence or the list around it. */

/** Blocks whose letters run from right to left: Hebrew, Arabic and their kin. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Marks that turn whatever follows them, to the end of the line if nothing ends them. */
const turning = /[\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]/gu
/** What this module itself puts around a text, which may stand in another one. */
const isolating = /[\u2068\u2069]/gu

export const firstStrongIsolate = '\u2068'
export const popDirectionalIsolate = '\u2069'

/**
 * `text` to stand in a sentence that runs from left to right: isolated (Unicode's FSI … PDI) where
 * it runs the other way, without marks that would reach beyond it, and otherwise as it is.
 */
export function isolate(text: string): string {
  const contained = text.replace(turning, '')
  const closed = isClosed(contained) ? contained : contained.replace(isolating, '')
  return rightToLeft.test(closed)
    ? `${firstStrongIsolate}${closed}${popDirectionalIsolate}`
    : closed
}

/** Whether every isolate in `text` ends in it, and none ends that did not begin there. */
function isClosed(text: string): boolean {
  let open = 0
  for (const [mark] of text.matchAll(isolating)) {
    open += mark === popDirectionalIsolate ? -1 : 1
    if (open < 0) return false
  }
  return open === 0
}
