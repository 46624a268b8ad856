/** Tables that a person opens or pastes, whatever is in them: their columns, and what only a person can say. */
import { z } from 'zod'

/** As much of a cell as is kept: more is no name, and no number. */
export const longestCell = 500
export const cellTextSchema = z.string().max(longestCell)

/** As many columns of a table as are looked at. */
export const mostTableColumns = 60

const decimalSignSchema = z.enum(['comma', 'point'])
const dayOrderSchema = z.enum(['day-first', 'month-first'])

/** What was answered, now or before; null where the table itself tells, or it does not matter. */
export const tableAnswers = {
  decimalSign: decimalSignSchema.nullable(),
  dayOrder: dayOrderSchema.nullable(),
}

/** What is known of a table whose columns hold one of `field` each. */
export const openedTableOf = <Field extends z.ZodType>(field: Field) => ({
  /** Of a workbook; null and empty for what is none. */
  sheet: z.string().nullable(),
  sheets: z.array(z.string()).max(500),
  /** Whether some lines of the file are encoded in another way than others. */
  isMixed: z.boolean(),
  /** Lines that could not be taken apart, for their quotation marks. */
  broken: z.array(z.number().int()).max(100),
  /** Whether the first row names the columns. */
  hasHeader: z.boolean(),
  columns: z
    .array(z.object({ name: cellTextSchema, sample: cellTextSchema, field: field.nullable() }))
    .max(mostTableColumns),
  /** Whether a table with these columns was read before. */
  isKnown: z.boolean(),
  /** What is asked once, and remembered for its columns; `sample` can be read in two ways. */
  questions: z
    .array(z.object({ kind: z.enum(['decimalSign', 'dayOrder']), sample: cellTextSchema }))
    .max(2),
})

/** What a person says of such a table. */
export const tableChangesOf = <Field extends z.ZodType>(field: Field) =>
  [
    z.strictObject({ kind: z.literal('sheet'), sheet: z.string().max(300) }),
    z.strictObject({ kind: z.literal('header'), hasHeader: z.boolean() }),
    /** Whichever other column held the field holds it no more, unless several can. */
    z.strictObject({
      kind: z.literal('column'),
      at: z.number().int().nonnegative().max(mostTableColumns),
      field: field.nullable(),
    }),
    z.strictObject({ kind: z.literal('decimalSign'), answer: decimalSignSchema }),
    z.strictObject({ kind: z.literal('dayOrder'), answer: dayOrderSchema }),
  ] as const
