/**
 * Puts the demonstration into the database. Whoever is there already stays as they are, so that a
 * restart keeps what was done; only the times of messages and alerts move along with today.
 */
import { answerNormalizationVersion, normalizeAnswer } from '../../shared/identity/answers.ts'
import { emailKeyOf } from '../../shared/rules/email-address.ts'
import { addOrganisation, addPolicies } from '../identity/access/organisations.ts'
import { grantPolicies } from '../identity/access/policy-grants.ts'
import { replaceServices } from '../identity/access/service-grants.ts'
import { addAccount, foldName } from '../identity/accounts/account.ts'
import type { Context } from '../identity/context.ts'
import type { Db } from '../platform/db/open.ts'
import { recordEvent } from '../platform/events/security-events.ts'
import { lifetimes } from '../identity/settings.ts'
import { alertsOf } from './alerts.ts'
import { noteItems } from '../servnet/changes.ts'
import { seedCases } from './cases.ts'
import { demoMessages } from './messages.ts'
import { demoOrganisations, demoPolicies, policyNumbersOf } from './organisations.ts'
import { demoPeople, demoUserId, type DemoPerson } from './people.ts'
import { publishDemoDocuments } from './partner-documents.ts'
import { seedPortfolios } from './seed-portfolios.ts'
import { CommandError } from '../platform/problem-error.ts'
import { inTransaction } from '../platform/changes/log.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
const passwordLifetime = 180 * day
const invitedBefore = 91 * day

type Hashed = {
  readonly person: DemoPerson
  readonly password: string
  readonly answers: readonly { readonly question_id: string; readonly answer_hash: string }[]
}

/** Adds what is missing of the demonstration, and moves its times to today. */
export async function seedDemo(context: Context): Promise<void> {
  const there = await context.db.selectFrom('users').select('username_key').execute()
  const known = new Set(there.map((row) => row.username_key))
  const missing = demoPeople.filter(({ username }) => !known.has(foldName(username)))
  const hashed = await Promise.all(missing.map((person) => hashSecrets(context, person)))
  await inTransaction(context, async (transaction) => {
    await addOrganisations(transaction)
    for (const one of hashed) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await insertPerson(transaction, one, context.now())
    }
    await assignOrganisations(transaction)
    await seedPortfolios(transaction, context)
    await seedCases(transaction, context)
    await recordInvitations(transaction, context)
    await prolongInvitations(transaction, context.now())
    await publishMessages(transaction, context)
    await publishDemoDocuments(transaction, context)
    await raiseAlerts(transaction, context)
  })
}

async function hashSecrets({ hasher, pepper }: Context, person: DemoPerson): Promise<Hashed> {
  const answers = (person.enrolment?.answers ?? []).map(async ([question_id, answer]) => ({
    question_id,
    answer_hash: await hasher.hash(normalizeAnswer(answer), pepper.answers),
  }))
  const password = await hasher.hash(person.password)
  return { person, password, answers: await Promise.all(answers) }
}

async function insertPerson(
  db: Db,
  { person, password, answers }: Hashed,
  now: number,
): Promise<void> {
  const id = demoUserId(person)
  const { enrolment } = person
  const added = await addAccount(db, {
    id,
    username: person.username,
    username_key: foldName(person.username),
    email: enrolment?.email ?? null,
    email_key: enrolment === null ? null : emailKeyOf(enrolment.email),
    first_name: enrolment?.firstName ?? null,
    last_name: enrolment?.lastName ?? null,
    language: person.language,
    enrolment_state: enrolment === null ? 'security' : 'complete',
    enrolment_expires_at: now + lifetimes.initialPassword,
    password_hash: password,
    password_expires_at: enrolment === null ? null : expiry(enrolment.passwordExpired, now),
    enrolled_at: enrolment === null ? null : now - 90 * day,
    created_at: now - invitedBefore,
  })
  // Another process that started at the same time was first.
  if (added === undefined) return
  await replaceServices(db, id, person.services)
  // Whoever looks at the demonstration is to see what changed; who enrols begins as everybody does.
  if (enrolment !== null) {
    await db
      .updateTable('preferences')
      .set({ servnet_start_page: 'home' })
      .where('user_id', '=', id)
      .execute()
  }
  if (answers.length === 0) return
  await db
    .insertInto('security_answers')
    .values(
      answers.map((answer, position) => ({
        ...answer,
        user_id: id,
        position,
        normalization: answerNormalizationVersion,
      })),
    )
    .execute()
}

/** Before anybody belongs to one. */
async function addOrganisations(db: Db): Promise<void> {
  for (const { id, ...organisation } of demoOrganisations) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await addOrganisation(db, organisation, id)
  }
  await addPolicies(db, demoPolicies)
}

/**
 * Whoever belongs to no organisation yet gets theirs and its policies, also in a demonstration from
 * before there were any. What was withdrawn since stays withdrawn.
 */
async function assignOrganisations(db: Db): Promise<void> {
  for (const person of demoPeople) {
    const id = demoUserId(person)
    const { organisation, clients = [organisation] } = person
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    const assigned = await db
      .updateTable('users')
      .set({ organisation_id: organisation })
      .where('id', '=', id)
      .where('organisation_id', 'is', null)
      .returning('id')
      .executeTakeFirst()
    // oxlint-disable-next-line no-await-in-loop
    if (assigned !== undefined) await grantPolicies(db, id, policyNumbersOf(clients))
  }
}

function expiry(expired: boolean, now: number): number {
  return expired ? now - 3 * day : now + passwordLifetime
}

/** Every account's events begin with its invitation, as `invite` records it. */
async function recordInvitations(db: Db, context: Context): Promise<void> {
  const people = await db
    .selectFrom('users')
    .leftJoin('event_chains', 'event_chains.chain', 'users.id')
    .where('users.id', 'like', 'demo-%')
    .where('event_chains.chain', 'is', null)
    .select(['users.id', 'users.created_at'])
    .execute()
  for (const { id, created_at } of people) {
    const then = { pepper: context.pepper, now: () => created_at }
    const event = { kind: 'account_invited', userId: id, details: {} } as const
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await recordEvent(db, then, event)
  }
}

/** Who has not enrolled yet can still do so however long the demonstration has been standing. */
async function prolongInvitations(db: Db, now: number): Promise<void> {
  await db
    .updateTable('users')
    .set({ enrolment_expires_at: now + lifetimes.initialPassword })
    .where('id', 'like', 'demo-%')
    .where('enrolment_state', '!=', 'complete')
    .execute()
}

async function publishMessages(db: Db, context: Context): Promise<void> {
  const now = context.now()
  const rows = demoMessages.map(({ id, hoursAgo }) => ({
    id,
    user_id: null,
    published_at: now - hoursAgo * hour,
  }))
  const texts = demoMessages.flatMap(({ id, texts: all }) =>
    Object.entries(all).map(([language, text]) => ({ message_id: id, language, ...text })),
  )
  await db
    .insertInto('messages')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({ published_at: row.ref('excluded.published_at') })),
    )
    .execute()
  await db
    .insertInto('message_texts')
    .values(texts)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const readers = await db
    .selectFrom('service_grants')
    .select('user_id')
    .where('service', '=', 'servnet')
    .execute()
  const ids = rows.map(({ id }) => id)
  for (const { user_id: userId } of readers) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await noteItems(db, context, userId, 'messages', ids)
  }
}

async function raiseAlerts(db: Db, context: Context): Promise<void> {
  const now = context.now()
  const rows = demoPeople.flatMap(({ username }) =>
    alertsOf(username).map((alert, index) => {
      const at = now - alert.hoursAgo * hour
      return {
        id: `${demoUserId({ username })}-${index}`,
        user_id: demoUserId({ username }),
        kind: alert.kind,
        buyer: alert.buyer,
        buyer_id: alert.buyerId,
        policy_id: alert.policyId,
        at,
        from_amount: alert.limits?.from ?? null,
        to_amount: alert.limits?.to ?? null,
        currency: alert.limits?.currency ?? null,
        effective_on: alert.limits && isoDay(at + alert.daysToEffect * day),
        reason: alert.reason,
      }
    }),
  )
  // Rows of before amounts were kept get theirs; what was ticked off stays so.
  await db
    .insertInto('alerts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        at: row.ref('excluded.at'),
        buyer_id: row.ref('excluded.buyer_id'),
        from_amount: row.ref('excluded.from_amount'),
        to_amount: row.ref('excluded.to_amount'),
        currency: row.ref('excluded.currency'),
        effective_on: row.ref('excluded.effective_on'),
        reason: row.ref('excluded.reason'),
      })),
    )
    .execute()
  for (const { username } of demoPeople) {
    const userId = demoUserId({ username })
    const ids = rows.filter((row) => row.user_id === userId).map(({ id }) => id)
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await noteItems(db, context, userId, 'alerts', ids)
  }
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/**
 * For a portal that is to serve real people: the demonstration's passwords are public.
 * @throws CommandError where the database holds one of its accounts
 */
export async function refuseDemo({ db }: Context): Promise<void> {
  const found = await db
    .selectFrom('users')
    .select('username')
    .where('id', 'in', demoPeople.map(demoUserId))
    .executeTakeFirst()
  if (found === undefined) return
  throw new CommandError(
    'This database holds the demonstration, whose passwords are public: ' +
      'serve it with --demo, or name another folder with --data.',
  )
}
