/** Values that mean something to a portal: with them, hostile requests come past the first check. */
import { dayOf } from '../../../src/shared/credit/days.ts'
import { openDelicate, sessionOf } from './hostile-callers.ts'
import { demoPasswords, device, minute, type TestPortal } from './portal.ts'
import type { KnownValues } from './json-texts.ts'
import { jan, marie } from './recovery.ts'
import { versionOf } from './profile.ts'

/** By the names of members and parameters; of several people, so that somebody else's are among them. */
export async function knownValues(it: TestPortal): Promise<KnownValues> {
  const { accessToken: token, refreshToken, sessionId } = await sessionOf(it, 'marie.lambert')
  const other = await sessionOf(it, 'jan.peeters')
  const lists = await Promise.all([token, other.accessToken].flatMap((one) => pagesOf(it, one)))
  await openDelicate(it, sessionId)
  const { id: recovery } = await it.client.succeed('recoveryCreate', {
    body: { username: 'marie.lambert', language: 'fr' },
  })
  const answers = [...marie.answers, ...jan.answers]
  // Not both of them have clients.
  const ofBroker = { token: other.accessToken, query: { limit: '2' } }
  const { items: clients } = await it.client.succeed('partnersClients', ofBroker)
  const { items: documents } = await it.client.succeed('partnersDocuments', ofBroker)
  const portfolio = await portfolioValues(it)
  return {
    ...portfolio,
    id: [
      ...(portfolio['id'] ?? []),
      ...lists.flatMap(({ ids }) => ids),
      ...clients.map(({ id }) => id),
      ...documents.map(({ id }) => id),
      recovery,
      await pendingEmail(it, token),
    ],
    client: clients.map(({ id }) => id),
    cursor: lists.flatMap(({ cursor }) => cursor),
    since: lists.flatMap(({ cursor }) => cursor),
    username: [...Object.keys(demoPasswords), 'nobody', 'MARIE.LAMBERT ', 'ｍarie.lambert'],
    password: Object.values(demoPasswords),
    currentPassword: Object.values(demoPasswords),
    newPassword: ['Nouvelle-Route-2027!', 'Une-Autre-Route-2028!', 'court'],
    refreshToken: [refreshToken, other.refreshToken],
    questionId: answers.map(({ questionId }) => questionId),
    answer: answers.map(({ answer }) => answer),
    code: ['123456', 'ABCD-EFGH-JKLM', ' 12 34 56 ', '１２３４５６'],
    email: ['anna@firm.example', marie.email, 'a@münchen.example'],
    emailConfirmation: ['anna@firm.example', marie.email, 'a@münchen.example'],
    secret: ['s'.repeat(43)],
    deviceSecret: ['s'.repeat(43)],
    name: [device.name, 'Facture.pdf'],
    'Idempotency-Key': ['one', 'two', 'three'],
    'If-Match': [await versionOf(it, 'me', token), await versionOf(it, 'preferences', token), '*'],
    'If-None-Match': [await versionOf(it, 'servnetHome', token), '*'],
  }
}

const listNames = [
  'sessionList',
  'servnetAlerts',
  'servnetMessages',
  'servnetPolicies',
  'servnetBuyers',
  'servnetCreditLimits',
  'servnetApplications',
  'insightsBuyers',
  'collectnetCases',
] as const

/** Ids of what the person of `token` has, and cursors of their lists. */
function pagesOf({ client }: TestPortal, token: string) {
  const query = { limit: '2' }
  const page = async (name: (typeof listNames)[number]) => {
    const { items, nextCursor } = await client.succeed(name, { token, query })
    return { ids: items.map(({ id }) => id), cursor: nextCursor === null ? [] : [nextCursor] }
  }
  const changes = async () => {
    const { nextCursor } = await client.succeed('changes', { token, query })
    return { ids: [], cursor: [nextCursor] }
  }
  return [...listNames.map(page), changes()]
}

/** What is asked about a portfolio: of two people, and what is nearly right. */
async function portfolioValues({ portal: { context } }: TestPortal): Promise<KnownValues> {
  const pairs = await context.db
    .selectFrom('positions')
    .innerJoin('policy_grants', 'policy_grants.policy_id', 'positions.policy_id')
    .where('policy_grants.user_id', 'in', ['demo-marie.lambert', 'demo-jan.peeters'])
    .select(['positions.policy_id', 'positions.buyer_id'])
    .orderBy('positions.id')
    .limit(20)
    .execute()
  const policies = [...new Set(pairs.map(({ policy_id }) => policy_id))]
  const documents = await context.db
    .selectFrom('case_documents')
    .innerJoin('collection_cases', 'collection_cases.id', 'case_id')
    .innerJoin('policy_grants', 'policy_grants.policy_id', 'collection_cases.policy_id')
    .where('policy_grants.user_id', 'in', ['demo-marie.lambert', 'demo-jan.peeters'])
    .select(['case_documents.id', 'case_id'])
    .orderBy('case_documents.id')
    .limit(3)
    .execute()
  const days = ['2016-06-01', '2016-07-13', '1899-12-31', dayOf(context.now())]
  return {
    // A document is asked for together with its case.
    id: documents.map(({ case_id }) => case_id),
    policy: policies,
    policyId: policies,
    document: documents.map(({ id }) => id),
    content: ['JVBERi0xLjQK', 'aGFsbG8=', 'no base64'],
    buyerId: pairs.map(({ buyer_id }) => buyer_id),
    amount: ['50000', '0', '0.005', '999999999999.99'],
    currency: ['EUR', 'JPY', 'KWD', 'ZZZ'],
    country: ['BE', 'NL', 'ZZ'],
    registrationNumber: ['0202239951', 'BE 0202.239.951', '1'],
    q: ['glaces', '0202239951', 'ı', "o'"],
    band: ['low', 'severe', 'nothing'],
    period: ['2026-Q1', '2026-05', '2026-Q5'],
    from: days,
    to: days,
    startsOn: days,
    endsOn: [...days, '2099-12-31'],
  }
}

async function pendingEmail({ client, pass }: TestPortal, token: string): Promise<string> {
  const email = 'marie@firm.example'
  const body = { email, emailConfirmation: email }
  const { id } = await client.succeed('emailChangeCreate', { token, body })
  // So that another code may be asked for.
  pass(minute)
  return id
}
