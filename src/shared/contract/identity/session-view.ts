/** What the renderer may know of the session: who, and what comes next. Never a token. */
import { z } from 'zod'
import { sessionUserSchema } from './sessions.ts'

export const signedOutReasonSchema = z.enum(['none', 'signed_out', 'session_ended'])

export const sessionViewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signedOut'),
    /** Filled in again for whoever comes back; null on a fresh machine. */
    username: z.string().nullable(),
    reason: signedOutReasonSchema,
  }),
  z.object({ kind: z.literal('enrolment'), user: sessionUserSchema }),
  z.object({ kind: z.literal('passwordChange'), user: sessionUserSchema }),
  z.object({ kind: z.literal('ready'), user: sessionUserSchema }),
])
export type SessionView = z.infer<typeof sessionViewSchema>
