/** Who sends hostile requests: everybody whom the portal tells apart, each with a token of this moment. */
import { openSession } from '../../../src/portal/identity/sessions/sessions.ts'
import type { Session } from '../../../src/shared/contract/identity/sessions.ts'
import { device, minute, type DemoName, type TestPortal } from './portal.ts'

export const callerKinds = [
  'nobody',
  'signedIn',
  'reauthenticated',
  'ofAnotherOrganisation',
  'broker',
  'enrolling',
  'enrollingFurther',
  'passwordDue',
  'revoked',
  'expired',
  'malformed',
] as const
export type CallerKind = (typeof callerKinds)[number]

const longAgo = { enrolment_state: 'complete', password_expires_at: 1 }
const people = {
  signedIn: ['marie.lambert', { enrolment_state: 'complete' }],
  reauthenticated: ['marie.lambert', { enrolment_state: 'complete' }],
  ofAnotherOrganisation: ['jan.peeters', { enrolment_state: 'complete' }],
  broker: ['luc.courtier', { enrolment_state: 'complete' }],
  enrolling: ['nouveau.client', { enrolment_state: 'security' }],
  enrollingFurther: ['nouveau.client', { enrolment_state: 'personalData' }],
  passwordDue: ['sofia.alvarez', longAgo],
  revoked: ['marie.lambert', { enrolment_state: 'complete' }],
  expired: ['marie.lambert', { enrolment_state: 'complete' }],
  malformed: ['marie.lambert', { enrolment_state: 'complete' }],
} as const satisfies Record<
  Exclude<CallerKind, 'nobody'>,
  readonly [DemoName, Readonly<Record<string, string | number>>]
>

const malformed = [
  (token: string) => token,
  (token: string) => `Basic ${token}`,
  (token: string) => `Bearer  ${token}`,
  (token: string) => `Bearer ${token}=`,
  (token: string) => `Bearer ${token}, Bearer ${token}`,
  () => `Bearer ${'x'.repeat(8000)}`,
  () => 'Bearer',
  () => '',
  () => 'Bearer é\u00ff',
] as const

/** A session of `username` as signing in opens it, without the time that hashing takes. */
export async function sessionOf(
  { portal: { context } }: Pick<TestPortal, 'portal'>,
  username: DemoName,
  state: Readonly<Record<string, string | number>> = {},
): Promise<Session> {
  return context.db.transaction().execute(async (transaction) => {
    const user = await transaction
      .updateTable('users')
      .set({ enrolment_expires_at: context.now() + 60 * minute, ...state })
      .where('username', '=', username)
      .returningAll()
      .executeTakeFirstOrThrow()
    return openSession(transaction, context, { ...user, services: null }, device)
  })
}

/** As if the password had just been entered in the session of `sessionId`. */
export async function openDelicate({ portal: { context } }: TestPortal, sessionId: string) {
  await context.db
    .updateTable('sessions')
    .set({ reauthenticated_until: context.now() + minute })
    .where('id', '=', sessionId)
    .execute()
}

/**
 * The `Authorization` header of a `kind` of caller, undefined where they send none. People are first
 * put back to where their kind is; counts of attempts are forgotten.
 * @param variety which of the ways of being malformed
 */
export async function authorizationOf(
  it: TestPortal,
  kind: CallerKind,
  variety: number,
): Promise<string | undefined> {
  const { db } = it.portal.context
  await db.deleteFrom('throttles').execute()
  if (kind === 'nobody') return undefined
  const [username, state] = people[kind]
  const { sessionId, accessToken } = await sessionOf(it, username, state)
  if (kind === 'reauthenticated') await openDelicate(it, sessionId)
  if (kind === 'revoked') {
    await db.deleteFrom('access_tokens').where('session_id', '=', sessionId).execute()
  }
  if (kind === 'expired') {
    const past = { expires_at: 1 }
    await db.updateTable('access_tokens').set(past).where('session_id', '=', sessionId).execute()
  }
  const spoil = kind === 'malformed' ? malformed[variety % malformed.length] : undefined
  return spoil === undefined ? `Bearer ${accessToken}` : spoil(accessToken)
}
