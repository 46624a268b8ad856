/**
 * What a person said of a table is remembered for tables with the same columns: which column is what,
 * and how their amounts and days are to be read. Sealed with all that is theirs.
 */
import { z } from 'zod'
import { decimalSigns } from '../../../shared/tables/amounts.ts'
import { dayOrders } from '../../../shared/tables/days.ts'
import type { Documents } from '../../store/documents.ts'

const shapeSchema = z.object({
  /** Of which kind of tables, and the names of their columns (`shapeOf`). */
  kind: z.string(),
  shape: z.string(),
  /** The field of each column; null for one that means nothing. */
  columns: z.array(z.string().nullable()),
  decimalSign: z.enum(decimalSigns).nullable(),
  dayOrder: z.enum(dayOrders).nullable(),
})
export type TableShape = z.infer<typeof shapeSchema>

const keptSchema = z.object({ shapes: z.array(shapeSchema) })

export type TableShapes = {
  /** Null for a table that was never seen. */
  readonly find: (owner: string, kind: string, shape: string) => Promise<TableShape | null>
  /** Instead of what was remembered of the same columns. */
  readonly remember: (owner: string, shape: TableShape) => Promise<void>
  /** All that was said of tables of a kind. */
  readonly forget: (owner: string, kind: string) => Promise<void>
}

/** As many as anybody brings again; the ones that were used longest ago go first. */
const mostShapes = 50

/** What is remembered in `documents`. */
export function createTableShapes(documents: Documents): TableShapes {
  const all = async (owner: string) =>
    (await documents.read('table-shapes', owner, keptSchema))?.shapes ?? []

  return {
    async find(owner, kind, shape) {
      return (await all(owner)).find((one) => one.kind === kind && one.shape === shape) ?? null
    },
    async remember(owner, shape) {
      const others = (await all(owner)).filter(
        (one) => one.kind !== shape.kind || one.shape !== shape.shape,
      )
      const shapes = [shape, ...others].slice(0, mostShapes)
      await documents.write('table-shapes', owner, { shapes })
    },
    async forget(owner, kind) {
      const present = await all(owner)
      const shapes = present.filter((one) => one.kind !== kind)
      if (shapes.length < present.length) {
        await documents.write('table-shapes', owner, { shapes })
      }
    },
  }
}
