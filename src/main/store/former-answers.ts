/**
 * The last answers as the versions before the store kept them, each in a shape of its own. They go to
 * where answers and lists are kept now, so that they can stand in as before.
 */
import { z } from 'zod'
import type { Connection } from './library.ts'

type Answer = {
  readonly data: unknown
  readonly etag: string | null
  /** When the portal gave it, in ms since 1970; null where that was not noted. */
  readonly fetchedAt: number | null
}

const fetchedAt = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))
const etag = z.string().nullable().catch(null)
const dated = z.object({ data: z.unknown(), etag, fetchedAt })
const undated = (data: unknown): Answer => ({ data, etag: null, fetchedAt: null })
const versioned = z
  .object({ current: z.unknown(), version: z.string(), fetchedAt })
  .transform(({ current, version, ...rest }) => ({ data: current, etag: version, ...rest }))

/** By the name of its file, which is that of its resource too. */
const answers: Readonly<Record<string, z.ZodType<Answer>>> = {
  home: z
    .object({ home: z.unknown(), etag, fetchedAt })
    .transform(({ home, ...rest }) => ({ data: home, ...rest }))
    .or(dated),
  me: versioned,
  preferences: versioned,
  enrolment: z.object({ enrolment: z.unknown() }).transform((kept) => undated(kept.enrolment)),
  meta: z.unknown().transform(undated),
  'password-policy': z.unknown().transform(undated),
}

const item = z.object({ id: z.string() }).loose()
/** Of these lists the first page was kept. */
const lists: ReadonlySet<string> = new Set(['alerts', 'messages'])
const pageSchema = dated.extend({
  data: z.object({ items: z.array(item), nextCursor: z.string().nullable() }),
})

/** Whether `name` is that of an answer; what people typed is kept otherwise. */
export function isFormerAnswer(name: string): boolean {
  return name in answers || lists.has(name)
}

/**
 * Keeps the answer in `content`, JSON, where nothing newer is kept; one of a shape that is not known
 * is left out, as the portal gives it again.
 * @param writtenAt of the file, in ms since 1970
 * @throws what SQLite says
 */
export function keepFormerAnswer(
  connection: Connection,
  name: string,
  content: string,
  writtenAt: number,
): void {
  const json: unknown = JSON.parse(content)
  const answer = answers[name]?.safeParse(json)
  if (answer?.success === true) {
    const { data, etag: version, fetchedAt: at } = answer.data
    connection
      .prepare(
        `insert into answers (resource, params, data, etag, fetched_at) values (?, '', ?, ?, ?)
        on conflict (resource, params) do update set data = excluded.data, etag = excluded.etag,
        fetched_at = excluded.fetched_at where excluded.fetched_at > fetched_at`,
      )
      .run([name, JSON.stringify(data), version, at ?? writtenAt])
  }
  const page = lists.has(name) ? pageSchema.safeParse(json) : null
  if (page?.success === true) keepPage(connection, name, page.data)
}

function keepPage(connection: Connection, list: string, page: z.infer<typeof pageSchema>): void {
  const known = connection.prepare('select 1 from lists where list = ?').get([list])
  if (known !== undefined) return
  connection
    .prepare(
      'insert into lists (list, filling, cursor, etag, fetched_at) values (?, 1, ?, null, ?)',
    )
    .run([list, page.data.nextCursor, page.fetchedAt])
  const insert = connection.prepare(
    `insert into rows (list, filling, id, position, fold, data) values (?, 1, ?, ?, '', ?)
    on conflict (list, filling, id) do nothing`,
  )
  for (const [position, row] of page.data.items.entries()) {
    insert.run([list, row.id, position, JSON.stringify(row)])
  }
}
