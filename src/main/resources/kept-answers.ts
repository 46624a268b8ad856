/** Answers of the portal as they lie in a person's store, one a question. */
import { parseJson, type Db } from '../store/schema.ts'

/** An answer as the portal gave it. */
export type KeptAnswer = {
  readonly data: unknown
  readonly etag: string | null
  /** By this computer's clock, in milliseconds since 1970. */
  readonly fetchedAt: number
}

/** Which answer: its resource, and what it was asked about. */
export type AnswerKey = { readonly resource: string; readonly params: string }

/** Null where there is none, or none that is JSON. */
export async function readAnswer(db: Db, key: AnswerKey): Promise<KeptAnswer | null> {
  const row = await db
    .selectFrom('answers')
    .select(['data', 'etag', 'fetched_at'])
    .where('resource', '=', key.resource)
    .where('params', '=', key.params)
    .executeTakeFirst()
  if (row === undefined) return null
  const data = parseJson(row.data)
  return data === undefined ? null : { data, etag: row.etag, fetchedAt: row.fetched_at }
}

/** Keeps an answer in the former one's place. */
export async function writeAnswer(db: Db, key: AnswerKey, answer: KeptAnswer): Promise<void> {
  const { etag, fetchedAt } = answer
  const values = { data: JSON.stringify(answer.data), etag, fetched_at: fetchedAt }
  await db
    .insertInto('answers')
    .values({ ...key, ...values })
    .onConflict((conflict) => conflict.columns(['resource', 'params']).doUpdateSet(values))
    .execute()
}

/** It is no longer this person's, or is no longer there. */
export async function removeAnswer(db: Db, key: AnswerKey): Promise<void> {
  await db
    .deleteFrom('answers')
    .where('resource', '=', key.resource)
    .where('params', '=', key.params)
    .execute()
}

/** The questions that answers of a resource are kept for, the latest first. */
export async function keptParams(db: Db, resource: string): Promise<string[]> {
  const rows = await db
    .selectFrom('answers')
    .select('params')
    .where('resource', '=', resource)
    .orderBy('fetched_at', 'desc')
    .execute()
  return rows.map(({ params }) => params)
}

/** Keeps the latest `most` answers of a resource. */
export async function trimAnswers(db: Db, resource: string, most: number): Promise<void> {
  const former = (await keptParams(db, resource)).slice(most)
  for (const params of former) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time is over what is kept
    await removeAnswer(db, { resource, params })
  }
}

/** As the table has them: the same question has the same text. */
export function paramsText(params: Readonly<Record<string, string>>): string {
  const entries = Object.entries(params).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries))
}
