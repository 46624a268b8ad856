/** Values that mean something to a portal: with them, hostile requests come past the first check. */
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
  return {
    id: [...lists.flatMap(({ ids }) => ids), recovery, await pendingEmail(it, token)],
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
    name: [device.name],
    'Idempotency-Key': ['one', 'two', 'three'],
    'If-Match': [await versionOf(it, 'me', token), await versionOf(it, 'preferences', token), '*'],
    'If-None-Match': [await versionOf(it, 'servnetHome', token), '*'],
  }
}

/** Ids of what the person of `token` has, and cursors of their lists. */
function pagesOf({ client }: TestPortal, token: string) {
  const query = { limit: '2' }
  const page = async (name: 'sessionList' | 'servnetAlerts' | 'servnetMessages') => {
    const { items, nextCursor } = await client.succeed(name, { token, query })
    return { ids: items.map(({ id }) => id), cursor: nextCursor === null ? [] : [nextCursor] }
  }
  const changes = async () => {
    const { nextCursor } = await client.succeed('changes', { token, query })
    return { ids: [], cursor: [nextCursor] }
  }
  return [page('sessionList'), page('servnetAlerts'), page('servnetMessages'), changes()]
}

async function pendingEmail({ client, pass }: TestPortal, token: string): Promise<string> {
  const email = 'marie@firm.example'
  const body = { email, emailConfirmation: email }
  const { id } = await client.succeed('emailChangeCreate', { token, body })
  // So that another code may be asked for.
  pass(minute)
  return id
}
