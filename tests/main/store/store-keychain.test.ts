/** The store on a real Secret Service, in processes of its own that end, or are killed. */
import { execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startPrivateKeychain } from '../../../scripts/lib/secret-service.ts'
import { lockKeychain } from '../../e2e/support/keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const child = join(import.meta.dirname, '../support/store-child.ts')
const marie = 'marie.lambert'
const canary = 'Canari de la Mine'
const resultSchema = z.object({ notices: z.array(z.unknown()) }).loose()

describe.skipIf(process.platform !== 'linux')('on a Secret Service (Linux alone has one)', () => {
  const stack = new AsyncDisposableStack()
  let environment: NodeJS.ProcessEnv
  let profile: string
  let started = 0

  beforeAll(async () => {
    environment = { ...process.env, ...(await startPrivateKeychain(temporaryFolder(stack), stack)) }
  })
  beforeEach(() => {
    profile = temporaryFolder(stack)
    started += 1
  })
  afterAll(() => stack.disposeAsync())

  const args = (...operation: string[]) => [
    child,
    join(profile, 'offline'),
    `Atradius Services Online (store ${started})`,
    marie,
    ...operation,
  ]
  async function store(env: NodeJS.ProcessEnv, ...operation: string[]) {
    const { stdout } = await run(process.execPath, args(...operation), { env })
    return resultSchema.parse(JSON.parse(stdout))
  }
  const files = () => readdirSync(profile, { recursive: true, encoding: 'utf8' })

  it('keeps things for the next start, and nothing after signing out', async () => {
    expect(await store(environment, 'write', canary)).toEqual({ durable: true, notices: [] })
    expect(await store(environment, 'read')).toEqual({ draft: { text: canary }, notices: [] })
    await store(environment, 'destroy')
    expect(files()).toEqual(['offline'])
    expect(await store(environment, 'read')).toEqual({ draft: null, notices: [] })
  })

  it('absent: in memory, and no file', async () => {
    const { DBUS_SESSION_BUS_ADDRESS: _bus, ...without } = environment
    const notices = [{ code: 'keychain_absent' }]
    expect(await store(without, 'write', canary)).toEqual({ durable: false, notices })
    expect(files()).toEqual([])
  })

  it('killed at any moment leaves what was said to be kept, and nothing that can be read', async () => {
    const working = spawn(process.execPath, args('work', canary), { env: environment })
    let kept = -1
    for await (const line of createInterface(working.stdout)) {
      kept = z.object({ kept: z.number() }).parse(JSON.parse(line)).kept
      if (kept === 20) break
    }
    working.kill('SIGKILL')
    expect(files().some((name) => name.endsWith('.store-wal'))).toBe(true)
    for (const name of readdirSync(profile, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      const content = readFileSync(join(name.parentPath, name.name))
      for (const word of [canary, marie, 'draft', 'SQLite format']) {
        expect(content.includes(word), `${name.name} holds ${word}`).toBe(false)
        expect(content.includes(Buffer.from(word, 'utf16le'))).toBe(false)
      }
    }
    const { draft } = await store(environment, 'read')
    const { text } = z.object({ text: z.string() }).parse(draft)
    expect(Number(text.replace(canary, ''))).toBeGreaterThanOrEqual(kept)
  })

  it('locked: the file stays as it is, and is there when it is open again', async () => {
    await store(environment, 'write', canary)
    const file = files().find((name) => name.endsWith('.store')) ?? 'none'
    const before = readFileSync(join(profile, file))
    await lockKeychain(environment['DBUS_SESSION_BUS_ADDRESS'] ?? '')
    const notices = [{ code: 'keychain_locked' }]
    expect(await store(environment, 'read')).toEqual({ draft: null, notices })
    expect(await store(environment, 'write', 'meanwhile')).toEqual({ durable: false, notices })
    expect(files().filter((name) => name.endsWith('.store'))).toEqual([file])
    expect(readFileSync(join(profile, file))).toEqual(before)
  })
})
