/** Lists come in pages: `?cursor=&limit=` asks, `{items, nextCursor}` answers. */
import { z } from 'zod'

/** As many as one page has at most. */
const longestPage = 200

export const pageQuerySchema = z.object({
  cursor: z.string().max(256).optional(),
  limit: z.coerce.number().int().min(1).max(longestPage).default(50),
})
export type PageQuery = z.infer<typeof pageQuerySchema>

/** A page of `item`; `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).max(longestPage),
    nextCursor: z.string().max(256).nullable(),
  })
