/**
 * Remembers answers for exactly as long as the database does not change. SQLite tells in a fraction
 * of a query's time whether anyone, this process or another, wrote since; PostgreSQL does not, and
 * there every question is asked.
 */

/** Enough for everyone at work; beyond it all is asked anew. */
const mostRemembered = 10_000

/** A number that grows with every write to the database, or null where there is none. */
export type Changes = (() => number) | null

/**
 * `find`, asked again for the same key only after something was written. What is not found
 * (undefined) is not kept.
 */
export function rememberUntilChange<Question, Found>(
  changes: Changes,
  keyOf: (question: Question) => string,
  find: (question: Question) => Promise<Found>,
): (question: Question) => Promise<Found> {
  if (changes === null) return find
  const remembered = new Map<string, Found>()
  let knownAt = changes()
  return async (question) => {
    const now = changes()
    if (now !== knownAt || remembered.size >= mostRemembered) {
      remembered.clear()
      knownAt = now
    }
    const key = keyOf(question)
    const known = remembered.get(key)
    if (known !== undefined) return known
    const found = await find(question)
    // Written to while asking: what was found may be older than the write.
    if (found !== undefined && changes() === now && knownAt === now) {
      remembered.set(key, found)
    }
    return found
  }
}
