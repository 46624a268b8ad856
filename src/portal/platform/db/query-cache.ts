/**
 * A cache of queries' answers, each kept for exactly as long as the database does not change. SQLite
 * tells in a fraction of a query's time whether anyone, this process or another, wrote since;
 * PostgreSQL does not, and there every query is sent.
 */

/** Enough for everyone at work; beyond it all is asked anew. */
const mostCached = 10_000

/** A number that grows with every write to the database, or null where there is none. */
export type Changes = (() => number) | null

/**
 * `query`, sent again for the same key only after something was written. What is not found
 * (undefined) is not kept.
 */
export function createQueryCache<Question, Found>(
  changes: Changes,
  keyOf: (question: Question) => string,
  query: (question: Question) => Promise<Found>,
): (question: Question) => Promise<Found> {
  if (changes === null) return query
  const cached = new Map<string, Found>()
  let validAt = changes()
  return async (question) => {
    const now = changes()
    if (now !== validAt || cached.size >= mostCached) {
      cached.clear()
      validAt = now
    }
    const key = keyOf(question)
    const known = cached.get(key)
    if (known !== undefined) return known
    const found = await query(question)
    // Written to while asking: what was found may be older than the write.
    if (found !== undefined && changes() === now && validAt === now) {
      cached.set(key, found)
    }
    return found
  }
}
