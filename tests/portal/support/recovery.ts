/** A portal whose messages arrive in a mailbox, and the steps of a recovery on it. */
import { hashToken } from '../../../src/portal/platform/crypto/tokens.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import type { Problem } from '../../../src/shared/contract/problem.ts'
import type { Recovery } from '../../../src/shared/contract/identity/recoveries.ts'
import { codeIn, openMailbox, showsCode, type Mailbox } from '../../support/mailbox.ts'
import type { DatabaseKind } from './databases.ts'
import { startPortal, type TestPortal } from './portal.ts'

export type Answers = readonly { readonly questionId: string; readonly answer: string }[]

export const marie = {
  username: 'marie.lambert',
  email: 'marie.lambert@dedert-icesticks.example',
  answers: [
    { questionId: 'favourite-city', answer: 'Namur' },
    { questionId: 'mothers-maiden-name', answer: 'Delvaux' },
    { questionId: 'first-pet', answer: 'Rex' },
  ],
} as const
export const jan = {
  username: 'jan.peeters',
  email: 'jan.peeters@peeters-groep.example',
  answers: [
    { questionId: 'childhood-street', answer: 'Lindelaan' },
    { questionId: 'first-car', answer: 'Volvo 340' },
    { questionId: 'favourite-teacher', answer: 'Meester Claes' },
  ],
} as const
export const newPassword = 'Retrouvee-En-Novembre-8'
/** What no account of the demonstration answers. */
export const wrongAnswers: Answers = marie.answers.map(({ questionId }) => ({
  questionId,
  answer: 'Nothing of the kind',
}))

type Person = { readonly username: string; readonly email: string; readonly answers: Answers }
export type Begun = Extract<Recovery, { state: 'answers' }>

export type RecoveryPortal = TestPortal & {
  readonly mailbox: Mailbox
  readonly begin: (username: string) => Promise<Begun>
  /** Begins for someone who is there, and reads the code out of the message. */
  readonly beginWithCode: (person: Person) => Promise<{ id: string; code: string }>
  /** Asks for another code and reads it. */
  readonly codeAgain: (person: Person, id: string) => Promise<string>
  /** Begins and passes the second step. */
  readonly verified: (person: Person) => Promise<string>
  readonly answer: (id: string, body: unknown) => Promise<Recovery>
  readonly setPassword: (id: string, password: string) => Promise<Recovery>
  /** The row of the flow as the database keeps it. */
  readonly row: (id: string) => Promise<{ state: string; attempts_left: number } | undefined>
}

export async function startRecoveryPortal(
  kind: DatabaseKind,
  options: Partial<PortalOptions> = {},
): Promise<RecoveryPortal> {
  const mailbox = await openMailbox()
  const it = await startPortal(kind, { smtpUrl: mailbox.url, ...options })
  const { client } = it
  const begin = async (username: string): Promise<Begun> => {
    const body = { username, language: 'fr' }
    const recovery = await client.succeed('recoveryCreate', { body })
    if (recovery.state !== 'answers') throw new Error(`It began in ${recovery.state}`)
    return recovery
  }
  /** The code of the next message to `email` that `send` brings about. */
  const nextCode = async <Sent>(email: string, send: () => Promise<Sent>) => {
    const before = new Set(mailbox.received)
    const sent = await send()
    const message = await mailbox.waitFor(
      // Other messages, of a sign-in on a new device for one, arrive when they like.
      (received) => received.to === email && !before.has(received) && showsCode(received),
    )
    return { sent, code: codeIn(message) }
  }
  const answer = (id: string, body: unknown) =>
    client.succeed('recoveryAnswers', { params: { id }, body })
  const beginWithCode = async ({ username, email }: Person) => {
    const { sent, code } = await nextCode(email, () => begin(username))
    return { id: sent.id, code }
  }
  return {
    ...it,
    mailbox,
    begin,
    beginWithCode,
    codeAgain: async ({ email }, id) => {
      const again = () => client.succeed('recoveryCode', { params: { id } })
      return (await nextCode(email, again)).code
    },
    verified: async (person) => {
      const { id, code } = await beginWithCode(person)
      await answer(id, { code, answers: person.answers })
      return id
    },
    answer,
    setPassword: (id, password) =>
      client.succeed('recoveryPassword', { params: { id }, body: { newPassword: password } }),
    row: (id) =>
      it.portal.context.db
        .selectFrom('recoveries')
        .select(['state', 'attempts_left'])
        .where('id_hash', '=', hashToken(id))
        .executeTakeFirst(),
    stop: async () => {
      await it.stop()
      await mailbox.close()
    },
  }
}

/** The tries that a refusal says are left. */
export function attemptsLeftIn({ errors }: Problem): unknown {
  return errors?.find(({ code }) => code === 'attempts_left')?.params?.['attemptsLeft']
}

/** Another code than `code`, of the same format. */
export function otherThan(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
}
