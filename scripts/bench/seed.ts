/** People to sign in as: enough that no account is tried twice at once. */
import { randomUUID } from 'node:crypto'
import { replaceServices } from '../../src/portal/identity/access/service-grants.ts'
import { addAccount } from '../../src/portal/identity/accounts/account.ts'
import { createHasher } from '../../src/portal/platform/hashing/hasher.ts'
import { openWithPepper } from '../../src/portal/open-with-pepper.ts'
import { answerNormalizationVersion, normalizeAnswer } from '../../src/shared/identity/answers.ts'

export const seededPassword = 'Un-Mot-De-Passe-2026!'
const day = 86_400_000

const answers = [
  ['favourite-city', 'Namur'],
  ['mothers-maiden-name', 'Delvaux'],
  ['first-pet', 'Rex'],
] as const

export type Seed = { readonly usernames: readonly string[]; readonly passwordHash: string }

/**
 * Puts `count` enrolled accounts into the portal's database in `dataFolder`, all of one password and
 * the same three answers; on PostgreSQL where `databaseUrl` names one.
 */
export async function seedAccounts(
  dataFolder: string,
  count: number,
  databaseUrl?: string,
): Promise<Seed> {
  const hasher = await createHasher()
  const passwordHash = await hasher.hash(seededPassword)
  const usernames = Array.from(
    { length: count },
    (_, index) => `bench.${String(index).padStart(4, '0')}`,
  )
  const now = Date.now()
  const { db, pepper } = await openWithPepper({ dataFolder, databaseUrl })
  try {
    const answerRows = await Promise.all(
      answers.map(async ([question_id, answer], position) => ({
        question_id,
        position,
        answer_hash: await hasher.hash(normalizeAnswer(answer), pepper.answers),
        normalization: answerNormalizationVersion,
      })),
    )
    await db.transaction().execute(async (transaction) => {
      for (const username of usernames) {
        const id = randomUUID()
        const email = `${username}@example.com`
        // One after the other: a transaction has one connection.
        // oxlint-disable-next-line no-await-in-loop
        await addAccount(transaction, {
          id,
          username,
          username_key: username,
          email,
          email_key: email,
          first_name: 'Marie',
          last_name: 'Lambert',
          language: 'fr',
          enrolment_state: 'complete',
          enrolment_expires_at: now,
          password_hash: passwordHash,
          password_expires_at: now + 180 * day,
          enrolled_at: now,
          created_at: now,
        })
        // oxlint-disable-next-line no-await-in-loop
        await replaceServices(transaction, id, ['servnet', 'insights'])
        // oxlint-disable-next-line no-await-in-loop
        await transaction
          .insertInto('security_answers')
          .values(answerRows.map((row) => ({ ...row, user_id: id })))
          .execute()
      }
    })
  } finally {
    await db.destroy()
  }
  return { usernames, passwordHash }
}
