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

/** As the table has them: the same question has the same text. */
export function paramsText(params: Readonly<Record<string, string>>): string {
  const entries = Object.entries(params).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries))
}
