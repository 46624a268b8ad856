/**
 * What a person typed during enrolment, secrets excepted: kept sealed on this computer, so that
 * quitting or crashing loses nothing. Passwords and answers have no field here on purpose.
 */
import { z } from 'zod'
import { languageSchema } from '../common.ts'

const typed = z.string().max(300)

export const enrolmentDraftSchema = z.strictObject({
  questionIds: z.array(typed).max(3),
  email: typed,
  emailConfirmation: typed,
  firstName: typed,
  lastName: typed,
  language: languageSchema.nullable(),
  alertsByEmail: z.boolean().nullable(),
})
export type EnrolmentDraft = z.infer<typeof enrolmentDraftSchema>
