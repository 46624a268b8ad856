/**
 * The one keychain entry of a session. All of it in one entry: what is read at start is either
 * complete or absent, and one read is enough to show who is signed in.
 */
import { z } from 'zod'
import { sessionNextSchema, sessionUserSchema } from '../../shared/contract/identity/sessions.ts'

export const sessionRecordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('session'),
    refreshToken: z.string(),
    next: sessionNextSchema,
    user: sessionUserSchema,
  }),
  /** Someone who did not ask to stay signed in: the name is filled in next time. */
  z.object({ kind: z.literal('username'), username: z.string() }),
])
export type SessionRecord = z.infer<typeof sessionRecordSchema>

/** Null for an entry that cannot be understood: signing in again replaces it. */
export function parseSessionRecord(text: string): SessionRecord | null {
  try {
    const parsed = sessionRecordSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
