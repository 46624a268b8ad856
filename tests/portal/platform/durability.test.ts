/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../../src/shared/contract/identity/sessions.ts'
import { createClient, type Client } from '../support/client.ts'
import { demoData } from '../../support/demo-data.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { demoPasswords, device } from '../support/portal.ts'
import { spawnPortal, type PortalProcess } from '../support/process.ts'

const marie = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
const writers = 3
const acknowledgedBeforeKill = 20

/** Signs in again and again until the portal is gone; answers what was acknowledged. */
async function writeUntilGone(client: Client, acknowledged: Session[]): Promise<void> {
  for (;;) {
    try {
      const session = await client.succeed('sessionCreate', { body: marie })
      acknowledged.push(session)
      if (acknowledged.length % 2 === 0) {
        const { refreshToken } = session
        const next = await client.succeed('sessionRefresh', { body: { refreshToken } })
        acknowledged.push(next)
      }
    } catch (error) {
      // fetch's own error: the connection is gone, as it should be.
      if (error instanceof TypeError) return
      throw error
    }
  }
}

/** Whole processes start here, several at once, on a machine that may be busy. */
const timeout = 120_000

/** Signs marie in over one of `agent`'s connections; answers the status. */
function signInThrough(agent: Agent, address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${address}/v1/sessions`, { method: 'POST', agent, headers }, (answer) => {
      text(answer).then(() => resolve(answer.statusCode), reject)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(marie))
  })
}

describe.each(databaseKinds)('durability, on %s', { timeout }, (kind) => {
  let database: TestDatabase
  const running: PortalProcess[] = []
  const start = async (nodeOptions?: string): Promise<PortalProcess> => {
    const variables = nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions }
    const started = await spawnPortal(database, ['--demo'], variables)
    running.push(started)
    return started
  }
  beforeEach(async () => {
    database = await createDatabase(kind, demoData(kind))
  })
  afterEach(async () => {
    for (const portal of running.splice(0)) {
      if (portal.child.exitCode === null && portal.child.signalCode === null) {
        await portal.end('SIGKILL')
      }
    }
    await database.remove()
  })

  test('a kill in the middle of writing loses nothing that was acknowledged', async () => {
    const first = await start()
    const acknowledged: Session[] = []
    const client = createClient(first.address)
    const writing = Array.from({ length: writers }, () => writeUntilGone(client, acknowledged))
    await expect
      .poll(() => acknowledged.length, { timeout })
      .toBeGreaterThan(acknowledgedBeforeKill)
    await first.end('SIGKILL')
    await Promise.all(writing)

    const second = await start()
    const after = createClient(second.address)
    for (const { accessToken: token } of acknowledged) await after.succeed('me', { token })
    await after.succeed('sessionCreate', { body: marie })
  })

  test('two portals that start at once on nothing share one database', async () => {
    const both = await Promise.all([start(), start()])
    const [one, other] = both.map((portal) => createClient(portal.address))
    const session = await one?.succeed('sessionCreate', { body: marie })
    const me = await other?.succeed('me', { token: session?.accessToken })
    expect(me?.username).toBe('marie.lambert')
  })

  // Connections that are kept alive would hold the process for more than a minute.
  test('asked to stop, it answers what is under way and ends', { timeout: 60_000 }, async () => {
    const portal = await start()
    const agent = new Agent({ keepAlive: true })
    const underWay = Array.from({ length: 6 }, () => signInThrough(agent, portal.address))
    // One is answered, so the others, sent together with it, have arrived.
    await Promise.race(underWay)
    const ended = portal.end('SIGTERM')
    expect(await Promise.all(underWay)).toEqual([201, 201, 201, 201, 201, 201])
    expect(await ended).toBe(0)
    expect(portal.log()).toContain('"msg":"closed"')
    agent.destroy()
  })

  test('asked to stop again and again, it ends as if asked once', async () => {
    const { child, log } = await start()
    const ended = once(child, 'close')
    const asking = setInterval(() => child.kill('SIGTERM'), 1)
    await ended
    clearInterval(asking)
    expect([child.exitCode, child.signalCode]).toEqual([0, null])
    expect(log()).toContain('"msg":"closed"')
  })

  test('an error that nobody caught closes it in order, and is a failure', async () => {
    // Thrown from outside of any request, as a fault in a background job would be.
    const fault = "process.on('SIGWINCH', () => { throw new Error('nobody caught this') })"
    const { child, log } = await start(`--import data:text/javascript,${encodeURIComponent(fault)}`)
    const ended = once(child, 'close')
    child.kill('SIGWINCH')
    await ended
    expect(child.exitCode).toBe(1)
    expect(log()).toContain('nobody caught this')
    expect(log()).toContain('"msg":"closed"')
  })

  test('logs no fault where someone hangs up in the middle of a request', async () => {
    const { address, log, end } = await start()
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    const head = 'POST /v1/sessions HTTP/1.1\r\nhost: portal\r\ncontent-type: application/json\r\n'
    socket.write(`${head}expect: 100-continue\r\ncontent-length: 500\r\n\r\n{"username":`)
    // It is being read.
    await once(socket, 'data')
    socket.destroy()
    // Whoever comes later is answered after that was noticed.
    for (let count = 0; count < 3; count += 1) await createClient(address).succeed('health')
    await end('SIGTERM')
    expect(log()).not.toContain('"level":50')
  })

  test('never logs a password, a token or an answer', async () => {
    const portal = await start()
    const client = createClient(portal.address)
    const { accessToken, refreshToken } = await client.succeed('sessionCreate', { body: marie })
    await client.fail('sessionCreate', 'invalid_credentials', {
      body: { ...marie, password: 'Wrong-Password-1!' },
    })
    await client.succeed('sessionRefresh', { body: { refreshToken } })
    await fetch(`${portal.address}/v1/nowhere?token=${accessToken}`)
    await client.succeed('sessionEndCurrent', { token: accessToken })
    await portal.end('SIGTERM')
    expect(portal.log()).toContain('/v1/sessions/refresh')
    for (const secret of [accessToken, refreshToken, marie.password, 'Wrong-Password-1!']) {
      expect(portal.log()).not.toContain(secret)
    }
  })
})
