/** Edits of the profile that wait on this computer until the portal has them. */
import { z } from 'zod'
import { mePatchSchema, meSchema } from './me.ts'
import { preferencesPatchSchema, preferencesSchema } from './preferences.ts'
import { versionSchema } from './profile-view.ts'

export const identityEditSchemas = [
  z.strictObject({
    kind: z.literal('personal'),
    /** The version that the person saw, and what the changed fields were in it. */
    version: versionSchema,
    base: meSchema.pick({ firstName: true, lastName: true, language: true }).partial(),
    changes: mePatchSchema,
  }),
  z.strictObject({
    kind: z.literal('preferences'),
    version: versionSchema,
    base: preferencesSchema.partial(),
    changes: preferencesPatchSchema,
  }),
  /** The rehearsal of the questions was put away for three months. */
  z.strictObject({ kind: z.literal('rehearsalPostponed') }),
] as const
