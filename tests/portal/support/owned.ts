/** What people have that others must not reach: for each id of the contract, one of somebody's. */
import { randomUUID } from 'node:crypto'
import type { EndpointName, Endpoints } from '../../../src/shared/contract/endpoints.ts'
import { openSession } from '../../../src/portal/identity/sessions/sessions.ts'
import { grantPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import { positionIdOf } from '../../../src/portal/credit/position.ts'
import { openTestCase } from './cases.ts'
import { addPeople } from './people.ts'
import { addTestPolicies, applicationOf, testBuyer, write } from './portfolio.ts'
import { day, device, minute, type TestPortal } from './portal.ts'

/** Makes something of `userId`'s. @returns its id */
type Give = (it: TestPortal, userId: string) => Promise<string>

/** What an id stands for: something of one person's, or a secret that opens something to whoever has it. */
type Owned =
  | { readonly give: Give }
  | { readonly secret: 'recovery' }
  /** Nobody's own: the same for everybody who has the service. */
  | { readonly shared: 'documents' }

type WithId = {
  [Name in EndpointName]: Endpoints[Name]['path'] extends `${string}{id}${string}` ? Name : never
}[EndpointName]

const session: Owned = {
  give: async ({ portal: { context } }, userId) => {
    const user = await context.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    const opened = await context.db
      .transaction()
      .execute((transaction) =>
        openSession(transaction, context, { ...user, services: null }, device),
      )
    return opened.sessionId
  },
}

const emailChange: Owned = {
  give: async ({ portal: { context } }, userId) => {
    const id = randomUUID()
    const at = context.now()
    const email = `${id}@firm.example`
    await context.db
      .insertInto('email_changes')
      .values({
        id,
        user_id: userId,
        email,
        email_key: email,
        state: 'pending',
        code_hash: 'none',
        attempts_left: 5,
        next_code_at: at,
        code_expires_at: at + minute,
        expires_at: at + day,
        mail_id: 'none',
        created_at: at,
      })
      .execute()
    return id
  },
}

/** Of a policy that all who are tested may see. */
const alert: Owned = {
  give: async ({ portal: { context } }, userId) => {
    const id = randomUUID()
    const details = { kind: 'limit_reduced', buyer: 'Horeca Sambre', policy_id: '17386' }
    const row = { id, user_id: userId, at: context.now(), ...details }
    await context.db.insertInto('alerts').values(row).execute()
    return id
  },
}

const message: Owned = {
  give: async ({ portal: { context } }, userId) => {
    const id = randomUUID()
    const row = { id, user_id: userId, published_at: context.now() }
    await context.db.insertInto('messages').values(row).execute()
    const text = { message_id: id, language: 'fr', title: 'Une lettre', body: 'Personnelle.' }
    await context.db.insertInto('message_texts').values(text).execute()
    return id
  },
}

/** Of a policy that nobody else may see: its buyer, with a limit and an application. */
async function portfolioOf(it: TestPortal, userId: string) {
  const { context } = it.portal
  const [policy] = await addTestPolicies(it, ['EUR'])
  if (policy === undefined) throw new Error('No policy was added')
  await grantPolicies(context.db, userId, [policy])
  const [buyer, application] = [randomUUID(), randomUUID()]
  const facts = applicationOf(application, { policy_id: policy, buyer_id: buyer }, context.now())
  await write(it, { buyers: [testBuyer(buyer)], applications: [facts] })
  const limit = positionIdOf({ policy_id: policy, buyer_id: buyer })
  const { organisation_id: client } = await context.db
    .selectFrom('policies')
    .select('organisation_id')
    .where('id', '=', policy)
    .executeTakeFirstOrThrow()
  return { policy, buyer, application, limit, client }
}

const ofPortfolio = (what: keyof Awaited<ReturnType<typeof portfolioOf>>): Owned => ({
  give: async (it, userId) => (await portfolioOf(it, userId))[what],
})

/** Of the same policy. */
const collectionCase: Owned = {
  give: async (it, userId) => {
    const { policy: policyId, buyer: buyerId } = await portfolioOf(it, userId)
    const id = randomUUID()
    await openTestCase(it, { id, policyId, buyerId, userId })
    return id
  },
}

const recovery: Owned = { secret: 'recovery' }
const forBrokers: Owned = { shared: 'documents' }

/** Each endpoint with an id in its path; where one is missing, this does not compile. */
export const ownedOf = {
  sessionEnd: session,
  recovery,
  recoveryCode: recovery,
  recoveryAnswers: recovery,
  recoveryPassword: recovery,
  emailChange,
  emailChangeConfirm: emailChange,
  emailChangeCancel: emailChange,
  servnetAlert: alert,
  servnetAlertHandle: alert,
  servnetAlertReopen: alert,
  servnetMessageRead: message,
  servnetPolicy: ofPortfolio('policy'),
  servnetBuyer: ofPortfolio('buyer'),
  servnetCreditLimit: ofPortfolio('limit'),
  servnetApplication: ofPortfolio('application'),
  insightsBuyer: ofPortfolio('buyer'),
  collectnetCase: collectionCase,
  collectnetAddDocument: collectionCase,
  collectnetDocument: collectionCase,
  partnersClient: ofPortfolio('client'),
  partnersDocument: forBrokers,
  partnersDocumentContent: forBrokers,
} as const satisfies Record<WithId, Owned>

/**
 * Every other name in the document under which something of somebody's could be named, and why nothing
 * of another's comes of it: held by the tests that the word names.
 */
export const otherNames = {
  cursor: 'list',
  since: 'list',
  'If-Match': 'version',
  'If-None-Match': 'version',
  'Idempotency-Key': 'key',
  /** Of the catalogue, the same for all. */
  questionId: 'public',
  /** Random, and whoever has it is its owner: `identity/renewals`, `identity/new-device`. */
  refreshToken: 'secret',
  secret: 'secret',
  deviceSecret: 'secret',
  /** A policy of others is not there: `a policy of another’s is none`. */
  policy: 'policy',
  policyId: 'policy',
  /** A client of others is not there: `partners/clients`. */
  client: 'policy',
  /** A buyer under none of one’s policies is not there: `servnet/applying`. */
  buyerId: 'policy',
  /** They name nothing of anybody’s: what they narrow is the caller’s own. */
  band: 'filter',
  country: 'filter',
  topic: 'filter',
  currency: 'filter',
  decision: 'filter',
  from: 'filter',
  q: 'filter',
  sort: 'filter',
  status: 'filter',
  to: 'filter',
} as const

/** Another person of `organisation`, enrolled, with Serv@Net and policy 17386. */
export async function colleagueIn(it: TestPortal, organisation: string): Promise<string> {
  const [person] = await addPeople(it.portal.context, 1, { organisation_id: organisation })
  if (person === undefined) throw new Error('Nobody was added')
  return person.id
}
