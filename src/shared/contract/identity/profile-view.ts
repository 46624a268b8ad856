/** The profile as the renderer sees it: what the portal holds, and what is typed but not saved. */
import { z } from 'zod'
import { idSchema, keptEmailSchema } from '../common.ts'
import { deliveries } from './email-changes.ts'
import { meSchema } from './me.ts'
import { preferencesSchema } from './preferences.ts'

/** An `ETag` (RFC 9110), passed back with an edit; nothing may be read into it. */
export const versionSchema = z
  .string()
  .max(200)
  .regex(/^(W\/)?"[\x21\x23-\x7e]*"$/)

/**
 * What an edit came to. A conflict is not a failure: the person sees both and chooses. A `pending` one is
 * kept on this computer and goes to the portal by itself; `current` has it laid over what the portal holds.
 */
export const saveOutcomeOf = <Resource extends z.ZodType>(resource: Resource) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('saved'), current: resource, version: versionSchema }),
    z.object({ kind: z.literal('conflict'), current: resource, version: versionSchema }),
    z.object({ kind: z.literal('pending'), current: resource, version: versionSchema }),
  ])
export const meOutcomeSchema = saveOutcomeOf(meSchema)
export const preferencesOutcomeSchema = saveOutcomeOf(preferencesSchema)
export type MeOutcome = z.infer<typeof meOutcomeSchema>
export type PreferencesOutcome = z.infer<typeof preferencesOutcomeSchema>

const typed = z.string().max(300)

const personalValuesSchema = z.strictObject({ firstName: typed, lastName: typed, language: typed })
const preferenceValuesSchema = z.strictObject({
  defaultSearchCountry: typed,
  servnetStartPage: typed,
  currency: typed,
  alertsByEmail: z.boolean(),
})

/** A part's values as typed, and as they were in `version`, so that later changes can be merged. */
const draftOf = <Values extends z.ZodRawShape>(values: z.ZodObject<Values>) =>
  z.strictObject({ ...values.shape, version: versionSchema, seen: values }).nullable()

/**
 * What was typed and not saved: kept sealed on this computer, so that a session that ends, a crash
 * or quitting loses nothing. The version tells whether it was changed elsewhere since.
 */
export const profileDraftSchema = z.strictObject({
  personal: draftOf(personalValuesSchema),
  preferences: draftOf(preferenceValuesSchema),
  /** A new address, typed or waiting for its code. */
  email: z.strictObject({ email: typed, emailConfirmation: typed }).nullable(),
})
export type ProfileDraft = z.infer<typeof profileDraftSchema>

/** An address that waits for its code; seconds from now, as clocks differ. */
export const pendingEmailViewSchema = z.object({
  id: idSchema,
  email: z.string(),
  delivery: z.enum(deliveries),
  /** Until the code can be entered no more. */
  codeExpiresIn: z.number().int().nonnegative(),
  codeAgainIn: z.number().int().nonnegative(),
  attemptsLeft: z.number().int().nonnegative(),
  expiresIn: z.number().int().nonnegative(),
})
export type PendingEmailView = z.infer<typeof pendingEmailViewSchema>

/** Days before its end at which a password's expiry is told, by e-mail and in the app. */
export const expiryThresholds = [14, 7, 1, 0] as const

/** What the home page brings up by itself; null or false where there is nothing to say. */
export const remindersSchema = z.object({
  /** Whole days until the password expires, from 14 on; null once put away until the next threshold. */
  passwordExpiresInDays: z.number().int().nonnegative().nullable(),
  rehearsalDue: z.boolean(),
  /** The address whose code was not entered yet; null also once put away, until the next sign-in. */
  emailToConfirm: keptEmailSchema.nullable(),
  /** Where something typed waits to be saved: a session ended, or the app did. */
  unsaved: z.enum(['personal', 'preferences']).nullable(),
})
export type Reminders = z.infer<typeof remindersSchema>

export const exportFormats = ['csv', 'json'] as const
export const exportOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), fileName: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
])
