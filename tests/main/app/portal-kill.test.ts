/**
 * The portal is killed at random points while somebody edits: what it acknowledged it holds afterwards, the
 * rest waits here and goes by itself, each once. `KILLS=50` kills it as often; without, a few times.
 */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../../src/portal/platform/db/open.ts'
import { createDatabase } from '../../portal/support/databases.ts'
import { demoData } from '../../support/demo-data.ts'
import { spawnPortal, type PortalProcess } from '../../portal/support/process.ts'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { marie } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const kills = z.coerce.number().default(3).parse(process.env['KILLS'])
/** Each starts a process, on a machine that may be busy. */
const timeout = 60_000 + kills * 20_000
const longestRunMs = 600
/** What the app is told; where that is changes with each start. */
const portalUrl = 'http://portal.invalid'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** All that edits up to `number` have come to: even ones set the name, odd ones the currency. */
function valuesAfter(number: number) {
  const [name, other] = number % 2 === 0 ? [number, number - 1] : [number - 1, number]
  return { firstName: `Edit ${name}`, currency: other % 4 === 1 ? 'USD' : 'GBP' } as const
}

async function edit(main: TestMain, number: number): Promise<void> {
  const { me, preferences } = await main.ask('profile.read', {})
  const { firstName, currency } = valuesAfter(number)
  const { kind } = await (number % 2 === 0
    ? main.ask('profile.savePersonal', { version: me.version, changes: { firstName } })
    : main.ask('profile.savePreferences', { version: preferences.version, changes: { currency } }))
  expect(kind).not.toBe('conflict')
}

test(
  'a portal that is killed has what it acknowledged, and gets the rest',
  { timeout },
  async () => {
    const database = await createDatabase('SQLite', demoData('SQLite'))
    stack.defer(database.remove)
    let portal: PortalProcess = await spawnPortal(database)
    stack.defer(async () => {
      if (portal.child.exitCode === null && portal.child.signalCode === null) {
        await portal.end('SIGKILL')
      }
    })
    const main = startMain({
      portalUrl,
      folder: temporaryFolder(stack),
      fetch: (url, init) => hostFetch(url.replace(portalUrl, portal.address), init),
    })
    stack.defer(main.services.close)
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    let number = 1
    for (let kill = 0; kill < kills; kill += 1) {
      const state = { isThere: true }
      const editing = (async () => {
        // The last one meets no portal.
        while (state.isThere) await edit(main, (number += 1))
      })()
      await pause(Math.random() * longestRunMs)
      await portal.end('SIGKILL')
      state.isThere = false
      await editing
      portal = await spawnPortal(database)
      await main.ask('status.check', {})
    }
    await expect
      .poll(async () => (await main.ask('outbox.sendNow', {})).items, { timeout: 20_000 })
      .toEqual([])
    expect(main.views.map(({ kind }) => kind)).not.toContain('signedOut')
    await portal.end('SIGTERM')

    const { db } = await openDatabase(database)
    const held = await db
      .selectFrom('users')
      .innerJoin('preferences', 'preferences.user_id', 'users.id')
      .where('username', '=', marie.username)
      .select(['first_name', 'currency'])
      .executeTakeFirstOrThrow()
    const events = await db
      .selectFrom('security_events')
      .where('kind', 'in', ['personal_data_changed', 'preferences_changed'])
      .select('position')
      .execute()
    const keys = await db.selectFrom('kept_answers').select('key').execute()
    await db.destroy()
    const { firstName, currency } = valuesAfter(number)
    expect(held).toEqual({ first_name: firstName, currency })
    expect(events.length).toBeLessThanOrEqual(keys.length)
    expect(keys.length).toBeLessThanOrEqual(number)
  },
)
