/** A portal on which people enrol, and the steps with which they confirm their address. */
import { expect } from 'vitest'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import type { Me } from '../../../src/shared/contract/identity/me.ts'
import type { Device } from '../../../src/shared/contract/identity/sessions.ts'
import { codeIn, type Received } from '../../support/mailbox.ts'
import type { DatabaseKind } from './databases.ts'
import { device } from './portal.ts'
import { startRecoveryPortal, type RecoveryPortal } from './recovery.ts'

export const address = 'nadia.claes@firm.example'
/** What everybody chooses who enrols here. */
export const password = 'Nouvelle-Route-2026!'
export const answers = [
  { questionId: 'favourite-city', answer: 'Namur' },
  { questionId: 'first-pet', answer: 'Rex' },
  { questionId: 'first-car', answer: 'Volvo' },
]

export const personalData = (email: string) => ({
  email,
  emailConfirmation: email,
  firstName: 'Nadia',
  lastName: 'Claes',
  language: 'fr',
  alertsByEmail: true,
})

/** Asks for a code to `email` in the session of `token`. */
export const requestOf = (token: string, email = address) => ({
  token,
  body: { email, emailConfirmation: email },
})

export type Enrolled = {
  /** The token of the first sign-in, and the one that completing it answered. */
  readonly enrolling: string
  readonly token: string
  /** What the address was sent. */
  readonly code: string
}

export type EnrolmentPortal = RecoveryPortal & {
  /** Invites `username` and goes through the first sign-in. */
  readonly enrol: (username: string, email?: string) => Promise<Enrolled>
  /** Both steps of the first sign-in that `enrolling` opens. */
  readonly complete: (enrolling: string, email?: string) => Promise<Enrolled>
  /** Signs in with the own password. @returns the access token */
  readonly enter: (username: string, on?: Device) => Promise<string>
  readonly me: (token: string) => Promise<Me>
  /** What a code is entered with; fails where none can be. */
  readonly waiting: (token: string) => Promise<{ readonly id: string }>
  readonly confirm: (token: string, code: string) => Promise<Me>
  /** Has a code sent to the address of `token`, and reads it. */
  readonly anotherCode: (token: string, email?: string) => Promise<string>
  readonly sentTo: (email: string) => readonly Received[]
  /** The next message to `email` that is not among `seen`. */
  readonly next: (email: string, seen: readonly Received[]) => Promise<Received>
  /** Until all that was written has left or was dropped. */
  readonly settled: () => Promise<void>
}

export async function startEnrolmentPortal(
  kind: DatabaseKind,
  options: Partial<PortalOptions> = {},
): Promise<EnrolmentPortal> {
  const it = await startRecoveryPortal(kind, options)
  const { client, mailbox } = it
  const sentTo = (email: string) =>
    mailbox.received.filter(({ to }) => to.toLowerCase() === email.toLowerCase())
  const next = (email: string, seen: readonly Received[]) =>
    mailbox.waitFor((one) => sentTo(email).includes(one) && !seen.includes(one))
  const me = (token: string) => client.succeed('me', { token })
  const waiting = async (token: string) => {
    const { pendingEmail } = await me(token)
    if (pendingEmail === null) throw new Error('No code can be entered')
    return { id: pendingEmail.id }
  }
  const complete = async (enrolling: string, email = address) => {
    const seen = sentTo(email)
    const security = { newPassword: password, answers }
    await client.succeed('enrolmentSecurity', { token: enrolling, body: security })
    const { session } = await client.succeed('enrolmentPersonalData', {
      token: enrolling,
      body: personalData(email),
    })
    return { enrolling, token: session.accessToken, code: codeIn(await next(email, seen)) }
  }
  return {
    ...it,
    complete,
    enrol: async (username, email) => complete((await it.invited(username)).accessToken, email),
    enter: async (username, on = device) => {
      const body = { username, password, device: on }
      return (await client.succeed('sessionCreate', { body })).accessToken
    },
    me,
    waiting,
    confirm: async (token, code) =>
      client.succeed('emailChangeConfirm', { token, params: await waiting(token), body: { code } }),
    anotherCode: async (token, email = address) => {
      const seen = sentTo(email)
      await client.succeed('emailChangeCreate', requestOf(token, email))
      return codeIn(await next(email, seen))
    },
    sentTo,
    next,
    settled: () =>
      expect
        .poll(
          async () => {
            const { db } = it.portal.context
            const mails = await db.selectFrom('mails').select('state').execute()
            return mails.filter(({ state }) => state === 'queued')
          },
          { timeout: 20_000 },
        )
        .toEqual([]),
  }
}
