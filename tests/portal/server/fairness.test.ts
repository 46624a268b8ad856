/* oxlint-disable no-await-in-loop -- a round after the other, on one machine */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  fareOf,
  floodNames,
  startFlood,
  type Family,
  type Flood,
} from '../../../scripts/bench/floods.ts'
import { median } from '../../../scripts/bench/statistics.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, type TestDatabase } from '../support/databases.ts'
import { demoPasswords } from '../support/portal.ts'
import { spawnPortal, type PortalProcess } from '../support/process.ts'

const marie = { username: 'marie.lambert', password: demoPasswords['marie.lambert'] }

/** Of a person's quiet time, while one network sends what it can. */
const most = { signIns: 10, reads: 5 } as const

/** Milliseconds: what is quicker than this is the time that a busy machine takes to look at it. */
const leastQuiet = { signIns: 20, reads: 3 } as const

const signInsInRound = 8

/** Of several, as other work on the machine makes a round slower and never quicker. */
const rounds = 6

const cases: readonly (readonly [Flood, Family])[] = [
  ...floodNames.map((kind) => [kind, 'ipv6'] as const),
  ['sign-ins', 'ipv4'],
  ['recoveries', 'ipv4'],
]

describe('while one network sends what it can', { timeout: 180_000 }, () => {
  let database: TestDatabase
  let portal: PortalProcess
  beforeEach(async () => {
    database = await createDatabase('SQLite', demoData('SQLite'))
    portal = await spawnPortal(database, ['--demo', '--trusted-proxies', '127.0.0.1'])
  })
  afterEach(async () => {
    await portal.end('SIGKILL')
    await database.remove()
  })

  test.each(cases)(
    '%s over %s refuse nobody else, and keep nobody waiting',
    async (kind, family) => {
      await fareOf(portal.address, marie, 2)
      const ratios = { signIns: Infinity, reads: Infinity }
      for (let round = 0; round < rounds; round += 1) {
        const quiet = await fareOf(portal.address, marie, signInsInRound)
        await using stack = new AsyncDisposableStack()
        await startFlood(portal.address, { kind, family }, stack)
        const flooded = await fareOf(portal.address, marie, signInsInRound)
        expect(flooded.refused).toBe(0)
        for (const what of ['signIns', 'reads'] as const) {
          const ratio = median(flooded[what]) / Math.max(median(quiet[what]), leastQuiet[what])
          ratios[what] = Math.min(ratios[what], ratio)
        }
        if (ratios.signIns <= most.signIns && ratios.reads <= most.reads) return
      }
      expect(ratios).toEqual('within its limits in one round')
    },
  )
})
