/** A valid call to each write of who is signed in, made by somebody who may. */
import { endpoints, type EndpointName } from '../../../src/shared/contract/endpoints.ts'
import { isRepeatable } from '../../../src/shared/contract/endpoint.ts'
import { pngFile } from '../../support/files.ts'
import type { Request } from './client.ts'
import { answers, password, personalData } from './enrolling.ts'
import { demoPasswords, type TestPortal } from './portal.ts'
import { versionOf } from './profile.ts'

export type Write = {
  readonly request: Request
  /** The same to look at, with something else in it: its body, where there is one, or its address. */
  readonly other: Request | null
}

const marie = 'marie.lambert'
const luc = 'luc.courtier'
const security = { newPassword: password, answers }
const rehearsed = [
  { questionId: 'favourite-city', answer: 'Namur' },
  { questionId: 'mothers-maiden-name', answer: 'Delvaux' },
  { questionId: 'first-pet', answer: 'Rex' },
]
const alertOf = (id: string) => ({ id: `demo-${marie}-${id}` })

/** A session of marie's in which the password was entered again. */
async function delicate(it: TestPortal): Promise<string> {
  const { accessToken: token } = await it.signIn(marie)
  await it.reauthenticate(token, marie)
  return token
}

const entered = async (it: TestPortal) => (await it.signIn(marie)).accessToken

let addresses = 0
const newEmail = () => {
  const email = `marie.${(addresses += 1)}@firm.example`
  return { email, emailConfirmation: email }
}

async function pendingEmail(it: TestPortal) {
  const token = await delicate(it)
  const body = newEmail()
  const { id } = await it.client.succeed('emailChangeCreate', { token, body })
  return { token, params: { id } }
}

/** The code that is waited for; its message must not have left yet. */
async function pendingCode({ portal: { context } }: TestPortal): Promise<string> {
  const { params } = await context.db
    .selectFrom('mails')
    .innerJoin('email_changes', 'email_changes.mail_id', 'mails.id')
    .where('email_changes.user_id', '=', `demo-${marie}`)
    .where('email_changes.state', '=', 'pending')
    .select('mails.params')
    .executeTakeFirstOrThrow()
  return /"code":"(\d+)"/.exec(context.pepper.decrypt(params))?.[1] ?? ''
}

let invitations = 0
const invited = (it: TestPortal) => it.invited(`invited.${(invitations += 1)}`)

let buyers = 0
const newBuyer = () => ({ name: `Buyer ${(buyers += 1)}`, country: 'BE' })

async function firstPolicy({ client }: TestPortal, token: string) {
  const { items } = await client.succeed('servnetPolicies', { token })
  const [policy] = items
  if (policy === undefined) throw new Error('Nobody granted a policy')
  return policy
}

type Prepare = (it: TestPortal) => Promise<Write>

const conditional =
  (name: 'me' | 'preferences', one: object, other: object): Prepare =>
  async (it) => {
    const token = await entered(it)
    const headers = { 'if-match': await versionOf(it, name, token) }
    return { request: { token, headers, body: one }, other: { token, headers, body: other } }
  }

/** None is missing: `repeatableNames` is what a test goes over. */
const prepared = {
  sessionEndCurrent: async (it) => ({ request: { token: await entered(it) }, other: null }),
  sessionEnd: async (it) => {
    const token = await delicate(it)
    const [one, other] = [await it.signIn(marie), await it.signIn(marie)]
    return {
      request: { token, params: { id: one.sessionId } },
      other: { token, params: { id: other.sessionId } },
    }
  },
  sessionEndOthers: async (it) => ({ request: { token: await delicate(it) }, other: null }),
  reauthenticate: async (it) => {
    const token = await entered(it)
    return {
      request: { token, body: { password: demoPasswords[marie] } },
      other: { token, body: { password: 'another one' } },
    }
  },
  rehearsal: async (it) => {
    const token = await delicate(it)
    const [first, ...others] = rehearsed
    const wrong = [{ ...first, answer: 'Liège' }, ...others]
    return {
      request: { token, body: { answers: rehearsed } },
      other: { token, body: { answers: wrong } },
    }
  },
  rehearsalPostpone: async (it) => ({ request: { token: await entered(it) }, other: null }),
  enrolmentSecurity: async (it) => {
    const { accessToken: token } = await invited(it)
    const body = { ...security, newPassword: 'Une-Autre-Route-2026!' }
    return { request: { token, body: security }, other: { token, body } }
  },
  enrolmentPersonalData: async (it) => {
    const { accessToken: token, user } = await invited(it)
    await it.client.succeed('enrolmentSecurity', { token, body: security })
    const body = personalData(`${user.username}@firm.example`)
    return { request: { token, body }, other: { token, body: { ...body, lastName: 'Claessens' } } }
  },
  mePatch: conditional('me', { firstName: 'Maria' }, { firstName: 'Mia' }),
  preferencesPatch: conditional('preferences', { currency: 'USD' }, { currency: 'GBP' }),
  passwordChange: async (it) => {
    await it.portal.context.db
      .updateTable('users')
      .set({ password_hash: await it.portal.context.hasher.hash(demoPasswords[luc]) })
      .where('username', '=', luc)
      .execute()
    const { accessToken: token } = await it.signIn(luc)
    const body = { currentPassword: demoPasswords[luc], newPassword: 'Nouvelle-Route-2027!' }
    return {
      request: { token, body },
      other: { token, body: { ...body, newPassword: 'Nouvelle-Route-2028!' } },
    }
  },
  chosenQuestionsReplace: async (it) => {
    const token = await delicate(it)
    return {
      request: { token, query: { language: 'fr' }, body: { answers: rehearsed } },
      other: { token, query: { language: 'nl' }, body: { answers: rehearsed } },
    }
  },
  emailChangeCreate: async (it) => {
    const token = await delicate(it)
    return { request: { token, body: newEmail() }, other: { token, body: newEmail() } }
  },
  emailChangeConfirm: async (it) => {
    const pending = await pendingEmail(it)
    return {
      request: { ...pending, body: { code: await pendingCode(it) } },
      other: { ...pending, body: { code: '000000' } },
    }
  },
  emailChangeCancel: async (it) => ({ request: await pendingEmail(it), other: null }),
  servnetAlertHandle: async (it) => {
    const token = await entered(it)
    return { request: { token, params: alertOf('0') }, other: { token, params: alertOf('1') } }
  },
  servnetAlertReopen: async (it) => {
    const token = await entered(it)
    await it.client.succeed('servnetAlertHandle', { token, params: alertOf('0') })
    return { request: { token, params: alertOf('0') }, other: { token, params: alertOf('1') } }
  },
  servnetMessageRead: async (it) => {
    const token = await entered(it)
    const { items } = await it.client.succeed('servnetMessages', { token })
    const [one, other] = items.map(({ id }) => ({ token, params: { id } }))
    return { request: one ?? {}, other: other ?? null }
  },
  servnetMessagesRead: async (it) => {
    const token = await entered(it)
    return {
      request: { token, body: { publishedUntil: new Date().toISOString() } },
      other: { token, body: { publishedUntil: '2026-01-01T00:00:00.000Z' } },
    }
  },
  servnetApply: async (it) => {
    const token = await entered(it)
    const { id: policyId } = await firstPolicy(it, token)
    const amount = { amount: '50000', currency: 'EUR' }
    const body = { policyId, buyer: newBuyer(), amount, paymentTermsDays: 60 }
    return {
      request: { token, body },
      other: { token, body: { ...body, amount: { ...amount, amount: '60000' } } },
    }
  },
  collectnetEnterCase: async (it) => {
    const token = await entered(it)
    const { id: policyId, currency } = await firstPolicy(it, token)
    const days = { issuedOn: '2026-05-01', dueOn: '2026-06-01' }
    const invoices = [{ ...days, number: 'F-1', amount: '1250.50' }]
    const body = { policyId, buyer: newBuyer(), currency, invoices }
    return {
      request: { token, body },
      other: { token, body: { ...body, remarks: 'Contesté' } },
    }
  },
  collectnetAddDocument: async (it) => {
    const token = await entered(it)
    const { items } = await it.client.succeed('collectnetCases', { token, query: { limit: '1' } })
    const params = { id: items[0]?.id ?? '' }
    const content = pngFile.toString('base64')
    return {
      request: { token, params, body: { name: 'a.png', content } },
      other: { token, params, body: { name: 'b.png', content } },
    }
  },
  servnetDeclareTurnover: async (it) => {
    const token = await entered(it)
    const { id: policyId, currency } = await firstPolicy(it, token)
    const body = { policyId, period: '2026-Q2', amount: { amount: '1250000.50', currency } }
    return {
      request: { token, body },
      other: { token, body: { ...body, period: '2026-Q1' } },
    }
  },
} as const satisfies Partial<Record<EndpointName, Prepare>>

type WriteName = keyof typeof prepared
const isPrepared = (name: string): name is WriteName => name in prepared

/** Every endpoint that takes a key. @throws where one of them is not prepared here */
export const repeatableNames: readonly WriteName[] = Object.entries(endpoints).flatMap(
  ([name, endpoint]) => {
    if (!isRepeatable(endpoint)) return []
    if (!isPrepared(name)) throw new Error(`Tests know no valid call to ${name}`)
    return [name]
  },
)

/** Whose messages stay where they are, so that the codes in them can be read. */
export const mailsThatWait = { smtpUrl: 'smtp://127.0.0.1:9' } as const

/** What `name` can be called with on `it`, which has `mailsThatWait`, once. */
export async function prepareWrite(it: TestPortal, name: WriteName): Promise<Write> {
  await it.portal.context.db.deleteFrom('throttles').execute()
  const prepare: Prepare = prepared[name]
  return prepare(it)
}

/** `request` under the name `key`. */
export function named(request: Request, key: string): Request {
  return { ...request, headers: { ...request.headers, 'idempotency-key': key } }
}
