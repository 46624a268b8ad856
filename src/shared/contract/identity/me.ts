/** `/v1/me`: the signed-in person. Its `ETag` names the version that an edit must match. */
import { z } from 'zod'
import { isLinkLike } from '../../rules/link-like.ts'
import { isAssigned, tidyName } from '../../rules/typed-text.ts'
import {
  alone,
  idSchema,
  isPlainText,
  keptEmailSchema,
  languageSchema,
  lineSchema,
  longestTypedLine,
  passwordInputSchema,
  servicesSchema,
  timestampSchema,
  usernameSchema,
} from '../common.ts'

/**
 * A name of a person: as typed, save for what nobody sees and no script needs, in characters that
 * fonts can know of. It greets in our messages, and must not be a link there.
 */
export const nameSchema = z
  .string()
  .max(longestTypedLine, alone)
  .overwrite(tidyName)
  .max(100, alone)
  .refine((name) => isPlainText(name) && isAssigned(name))
  .refine((name) => !isLinkLike(name), { error: 'name_link', params: { code: 'name_link' } })

export const meSchema = z.object({
  username: usernameSchema,
  email: keptEmailSchema,
  /** Whether a code that was sent to it was entered: until then nothing but codes goes there. */
  emailConfirmed: z.boolean().default(true),
  /** The address whose code can be entered now: a new one, or the one that is not confirmed yet. */
  pendingEmail: z.object({ id: idSchema, email: keptEmailSchema }).nullable(),
  firstName: lineSchema.nullable(),
  lastName: lineSchema,
  language: languageSchema,
  alertsByEmail: z.boolean(),
  services: servicesSchema,
  passwordExpiresAt: timestampSchema.nullable(),
  /** From when on to offer a rehearsal of the security questions. */
  rehearsalDueAt: timestampSchema,
  enrolledAt: timestampSchema,
})
export type Me = z.infer<typeof meSchema>

/** What is left out stays as it is. */
export const mePatchSchema = z
  .strictObject({
    /** Empty where the person gives none. */
    firstName: nameSchema,
    lastName: nameSchema.min(1),
    language: languageSchema,
  })
  .partial()
export type MePatch = z.infer<typeof mePatchSchema>

export const passwordChangeRequestSchema = z.object({
  currentPassword: passwordInputSchema,
  newPassword: passwordInputSchema,
  /** A password is changed because someone else may know it: their sessions end unless told not to. */
  keepOtherSessions: z.boolean().default(false),
})
export const passwordChangeSchema = z.object({
  passwordExpiresAt: timestampSchema.nullable(),
  endedSessions: z.number().int().nonnegative(),
})
