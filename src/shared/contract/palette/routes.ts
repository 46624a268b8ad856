/** The command palette: what it finds on this computer, and what was chosen in it lately. */
import { z } from 'zod'
import { idSchema, lineSchema, ofClient } from '../common.ts'
import { currencyCodeSchema } from '../credit/amounts.ts'
import { nothing, type Route } from '../route.ts'

/** As long as what is looked for may be. */
export const longestPaletteQuery = 200

/** As many as one source answers: the palette shows no more of all of them together. */
export const mostPaletteItems = 8

/** One thing that is kept, with what tells it from others of the same name. */
export const paletteItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('buyer'),
    id: idSchema,
    name: lineSchema,
    country: z.string().max(2),
    town: lineSchema.nullable(),
    registrationNumber: z.string().max(64).nullable(),
  }),
  z.object({
    kind: z.literal('case'),
    id: idSchema,
    /** Of the buyer that it is about. */
    name: lineSchema,
    invoiceNumbers: z.array(z.string().max(64)).max(3),
  }),
  z.object({
    kind: z.literal('policy'),
    id: idSchema,
    name: lineSchema,
    currency: currencyCodeSchema,
  }),
  z.object({
    kind: z.literal('client'),
    id: idSchema,
    name: lineSchema,
    country: z.string().max(2),
  }),
])
export type PaletteItem = z.infer<typeof paletteItemSchema>
export type PaletteKind = PaletteItem['kind']

/** What one source found: the first of `total`, of those that are here. */
const foundSchema = z.object({
  kind: z.enum(['buyer', 'policy', 'case', 'client'] satisfies PaletteKind[]),
  items: z.array(paletteItemSchema).max(mostPaletteItems),
  total: z.number().int().min(0),
  /** Whether all there is was looked through; else the rest is being fetched. */
  isWhole: z.boolean(),
})
export type PaletteFound = z.infer<typeof foundSchema>

/** A page or an action of the palette, by the name that it has there. */
const entryIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z][a-zA-Z.-]*$/)

/** What was chosen: things by their ids, as they are called otherwise by the next time. */
const choiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('buyer'), id: idSchema }),
  z.strictObject({ kind: z.literal('policy'), id: idSchema }),
  z.strictObject({ kind: z.literal('case'), id: idSchema }),
  z.strictObject({ kind: z.literal('client'), id: idSchema }),
  z.strictObject({ kind: z.literal('entry'), id: entryIdSchema }),
])
export type PaletteChoice = z.infer<typeof choiceSchema>

/** As many as are remembered. */
export const mostRecent = 8
export const recentChoicesSchema = z.array(choiceSchema).max(mostRecent)

export const paletteRoutes = {
  /**
   * One answer a source, of those that the person has; nothing to look for finds nothing. In a client's view
   * what is of policies is that client's alone.
   */
  'palette.find': {
    input: z.strictObject({ q: z.string().max(longestPaletteQuery), ...ofClient }),
    output: z.object({ found: z.array(foundSchema).max(8) }),
  },
  /** The last one first; what is no longer there, or no longer the person's, is left out. */
  'palette.recent': {
    input: nothing,
    output: z.object({
      choices: z
        .array(
          z.union([paletteItemSchema, z.object({ kind: z.literal('entry'), id: entryIdSchema })]),
        )
        .max(mostRecent),
    }),
  },
  'palette.noteChoice': { input: z.strictObject({ choice: choiceSchema }), output: nothing },
} as const satisfies Record<string, Route>
