/** The programs that a run of the tests or of `npm start` brings up around the app. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Failure } from '../../scripts/lib/failure.mjs'
import { freePort, startPortal } from '../../scripts/lib/portal-process.ts'
import { runCaptured, waitFor } from '../../scripts/lib/processes.ts'
import { startPrivateKeychain } from '../../scripts/lib/secret-service.ts'
import { temporaryFolder } from './temporary-folder.ts'

const child = join(import.meta.dirname, 'fixtures', 'test-environment-child.ts')
const serving = z.object({ url: z.url(), bus: z.string() })

const portalIsGone = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => null,
    () => true,
  )

async function busIsGone(bus: string): Promise<true | null> {
  const call = [
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.GetId',
  ]
  const { code } = await runCaptured('dbus-send', [`--bus=${bus}`, '--print-reply', ...call])
  return code === 0 ? null : true
}

/** Runs `body` against the keychain's library in a process that sees only `environment`'s bus. */
async function withKeychain(environment: Readonly<Record<string, string>>, body: string) {
  const code = `
    const { AsyncEntry } = require('@napi-rs/keyring')
    const entry = new AsyncEntry('scripts test', 'someone', { linux: { store: 'secret-service' } })
    ;(async () => { ${body} })()`
  return runCaptured(process.execPath, ['--eval', code], {
    env: { ...process.env, ...environment },
  })
}

describe.skipIf(process.platform !== 'linux')('a private keychain (Linux alone needs one)', () => {
  it('keeps a secret from one start to the next, and ends without a trace', async () => {
    const folder = temporaryFolder()
    const first = new AsyncDisposableStack()
    const environment = await startPrivateKeychain(folder, first)
    const kept = await withKeychain(environment, `await entry.setPassword('kept')`)
    expect(kept).toEqual({ code: 0, output: '' })
    const socket = environment['DBUS_SESSION_BUS_ADDRESS']?.replace('unix:path=', '') ?? ''
    expect(existsSync(dirname(socket))).toBe(true)
    await first.disposeAsync()
    expect(existsSync(dirname(socket))).toBe(false)

    await using second = new AsyncDisposableStack()
    const again = await startPrivateKeychain(folder, second)
    const read = await withKeychain(again, `console.log(await entry.getPassword())`)
    expect(read).toEqual({ code: 0, output: 'kept\n' })
  })
})

describe.skipIf(process.platform !== 'linux')('what serves an app (Linux alone can tell)', () => {
  it('ends with the command that started it, even when that is killed', async () => {
    const command = spawn(process.execPath, [child, temporaryFolder()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = z
      .tuple([z.string()])
      .parse(await once(command.stdout.setEncoding('utf8'), 'data'))
    const { url, bus } = serving.parse(JSON.parse(line))
    await expect(fetch(`${url}/healthz`).then(({ ok }) => ok)).resolves.toBe(true)
    command.kill('SIGKILL')

    const patience = { timeoutMs: 20_000 }
    await expect(waitFor(() => portalIsGone(url), patience)).resolves.toBe(true)
    await expect(waitFor(() => busIsGone(bus), patience)).resolves.toBe(true)
  })
})

describe('the portal of a run', () => {
  it('answers once it is started, and no more when the run ends', async () => {
    const stack = new AsyncDisposableStack()
    const port = await freePort(0)
    const url = await startPortal({ folder: temporaryFolder(), port }, stack)
    await expect(fetch(`${url}/v1/meta`).then(({ status }) => status)).resolves.toBe(200)
    await stack.disposeAsync()
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('names its log where it does not start', async () => {
    const folder = temporaryFolder()
    // A folder stands where its database should be.
    mkdirSync(join(folder, 'portal.sqlite'))
    writeFileSync(join(folder, 'portal.sqlite', 'file'), '')
    await using stack = new AsyncDisposableStack()
    const port = await freePort(0)
    const failure = await startPortal({ folder, port }, stack).catch((error: unknown) => error)
    expect(failure).toMatchObject({ message: 'The portal did not start.' })
    expect(failure instanceof Failure && failure.next).toContain(join(folder, 'portal.log'))
  })
})
