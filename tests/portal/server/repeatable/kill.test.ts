/**
 * The portal is killed at random points of a session of edits: afterwards it holds what it acknowledged, and
 * what is sent again because its answer got lost is done once. `KILLS=50` kills it as often; without,
 * a few times.
 */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../../../src/portal/platform/db/open.ts'
import { createClient } from '../../support/client.ts'
import { demoData } from '../../../support/demo-data.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../../support/databases.ts'
import { demoPasswords, device } from '../../support/portal.ts'
import { spawnPortal } from '../../support/process.ts'

const kills = z.coerce.number().default(4).parse(process.env['KILLS'])
/** Each starts a process, on a machine that may be busy. */
const timeout = 60_000 + kills * 15_000
const writers = 3
const mostBeforeKill = 25

type Edit = { readonly key: string; readonly firstName: string }

describe.each(databaseKinds)('killed, on %s', { timeout }, (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createDatabase(kind, demoData(kind))
  })
  afterAll(() => database.remove())

  test('the portal has done each write once that it acknowledged, or that was sent again', async () => {
    const acknowledged: { readonly edit: Edit; readonly answer: string }[] = []
    let lost: Edit[] = []
    let token: string | null = null

    const send = async (address: string, { key, firstName }: Edit): Promise<string> => {
      const headers = { 'if-match': '*', 'idempotency-key': key }
      const request = { token: token ?? '', headers, body: { firstName } }
      const response = await createClient(address).send('mePatch', request)
      const answer = await response.text()
      expect(response.status, answer).toBe(200)
      return answer
    }
    /** Edits until the portal is gone; what got no answer is lost for now. */
    const writeUntilGone = async (address: string): Promise<void> => {
      for (;;) {
        const key = randomUUID()
        const edit = { key, firstName: `Marie ${key}` }
        try {
          acknowledged.push({ edit, answer: await send(address, edit) })
        } catch (error) {
          lost.push(edit)
          // fetch's own error: the connection is gone, as it should be.
          if (error instanceof TypeError) return
          throw error
        }
      }
    }

    for (let kill = 0; kill < kills; kill += 1) {
      const portal = await spawnPortal(database)
      if (token === null) {
        const body = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
        const session = await createClient(portal.address).succeed('sessionCreate', { body })
        token = session.accessToken
      }
      for (const edit of lost.splice(0)) {
        acknowledged.push({ edit, answer: await send(portal.address, edit) })
      }
      const before = acknowledged.at(-1)
      if (before !== undefined) {
        expect(await send(portal.address, before.edit)).toBe(before.answer)
      }
      const until = acknowledged.length + 1 + Math.floor(Math.random() * mostBeforeKill)
      const writing = Array.from({ length: writers }, () => writeUntilGone(portal.address))
      await expect
        .poll(() => acknowledged.length, { timeout, interval: 1 })
        .toBeGreaterThanOrEqual(until)
      await portal.end('SIGKILL')
      await Promise.all(writing)
    }

    const last = await spawnPortal(database)
    const again = lost
    lost = []
    for (const edit of again) acknowledged.push({ edit, answer: await send(last.address, edit) })
    await last.end('SIGTERM')
    const { db } = await openDatabase(database)
    const done = await db
      .selectFrom('security_events')
      .select('position')
      .where('kind', '=', 'personal_data_changed')
      .execute()
    const keys = await db.selectFrom('kept_answers').select('key').execute()
    await db.destroy()
    const sent = acknowledged.map(({ edit }) => edit.key).toSorted()
    expect(keys.map(({ key }) => key).toSorted()).toEqual(sent)
    expect(done).toHaveLength(sent.length)
  })
})
