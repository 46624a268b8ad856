/** Everybody, some at a time: neither the memory nor a transaction grows with the tenant. */

const batchSize = 100

/**
 * Hands what `find` finds after an id to `handle`, batch by batch in the order of ids.
 * @returns the sum of what `handle` answered
 */
export async function inBatches<Row extends { readonly id: string }>(
  find: (after: string, limit: number) => Promise<readonly Row[]>,
  handle: (rows: readonly Row[]) => Promise<number>,
): Promise<number> {
  let total = 0
  let after = ''
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a batch begins where the one before ended
    const rows = await find(after, batchSize)
    const last = rows.at(-1)
    if (last === undefined) return total
    // oxlint-disable-next-line no-await-in-loop -- as above
    total += await handle(rows)
    after = last.id
  }
}
