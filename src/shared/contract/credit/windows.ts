/**
 * Long lists as pages show them: a window of rows of what is kept on this computer, by number, so that
 * a scroll bar can stand for all of them.
 */
import { z } from 'zod'
import { countSchema } from './amounts.ts'

/** As many rows as a window has at most. */
const mostRows = 200

export const windowInput = {
  offset: countSchema,
  limit: z.number().int().min(1).max(mostRows),
}

/** A window of rows of `item`. */
export const windowOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).max(mostRows),
    /** How many rows match, of those that are here. */
    total: countSchema,
    /** How many rows of the whole list are here. */
    kept: countSchema,
    /** Whether all of the list is here; else the rest is being fetched. */
    isWhole: z.boolean(),
  })
