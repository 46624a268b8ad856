/** The words by whose beginnings buyers are found, kept beside them. */
import { sql, type RawBuilder } from 'kysely'
import {
  searchWordsOf,
  type SearchQuestion,
  type Searched,
} from '../../shared/credit/search-text.ts'
import { prepareInsert } from '../platform/db/insert-many.ts'
import type { Db } from '../platform/db/open.ts'
import type { BuyerWordTable } from '../platform/db/portfolio-schema.ts'

const insert = prepareInsert<BuyerWordTable>('buyer_words', ['word', 'buyer_id'])

/** Writes the words of buyers in the place of those that they had, within the caller's transaction. */
export async function writeBuyerWords(db: Db, buyers: readonly Searched[]): Promise<void> {
  if (buyers.length === 0) return
  // Of one that is given twice the latest holds, as in the ledger.
  const byId = new Map(buyers.map((buyer) => [buyer.id, buyer]))
  await db
    .deleteFrom('buyer_words')
    .where('buyer_id', 'in', [...byId.keys()])
    .execute()
  const words = [...byId.values()].flatMap((buyer) =>
    searchWordsOf(buyer).map((word) => ({ word, buyer_id: buyer.id })),
  )
  await insert(db, words)
}

/** Behind all that begins with `word`, in the order of code points. */
const last = '\u{10ffff}'

/** Ids of the buyers of whom a word begins with `word`. */
export function beginningWith(word: string): RawBuilder<unknown> {
  return sql`select w.buyer_id from buyer_words as w
    where w.word >= ${word} and w.word < ${word + last}`
}

/** What `searchTextOf` kept in `text` answers the question: the same as `answersSearch`. */
export function answersInSql(text: RawBuilder<unknown>, question: SearchQuestion) {
  // Words consist of letters and digits: nothing in them means something else to `like`.
  const has = (word: string) => sql`${text} like ${`% ${word}%`}`
  const all = question.words.map(
    (readings) =>
      sql`(${sql.join(
        readings.map((reading) => sql`(${sql.join(reading.map(has), sql` and `)})`),
        sql` or `,
      )})`,
  )
  const whole = [sql`(${sql.join(all, sql` and `)})`, ...question.numbers.map(has)]
  return sql`(${sql.join(whole, sql` or `)})`
}

/**
 * For each word that was typed, what is found by it alone, and by all of it as a number: whichever is the
 * smallest holds all that answers the question. Where a reading has several words, by its longest.
 */
export function candidatesOf({ words, numbers }: SearchQuestion): RawBuilder<unknown>[] {
  return words.map((readings) => {
    const longest = readings.map((reading) =>
      reading.reduce((one, other) => (other.length > one.length ? other : one)),
    )
    const beginnings = [...new Set([...longest, ...numbers])]
    return sql.join(beginnings.map(beginningWith), sql` union `)
  })
}
