/** The keychain adapter on a real Secret Service (gnome-keyring), well and in trouble. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPrivateKeychain } from '../../../scripts/lib/secret-service.ts'
import { keychainFailure } from '../../../src/main/platform/secrets/os-keychain.ts'
import { lockKeychain } from '../../e2e/support/keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const child = join(import.meta.dirname, '../support/keychain-child.ts')
const service = 'Atradius Services Online (test)'

type Bus = { readonly address: string | null }

/** @param bus the D-Bus address that the process finds in its environment; null for none */
async function onBus({ address }: Bus, ...args: string[]): Promise<unknown> {
  const { DBUS_SESSION_BUS_ADDRESS: _outer, ...rest } = process.env
  const env = address === null ? rest : { ...rest, DBUS_SESSION_BUS_ADDRESS: address }
  const { stdout } = await run(process.execPath, [child, service, ...args], { env })
  const result: unknown = JSON.parse(stdout)
  return result
}

describe.skipIf(process.platform !== 'linux')('a Secret Service (Linux alone has one)', () => {
  const stack = new AsyncDisposableStack()
  let bus: Bus

  beforeAll(async () => {
    const environment = await startPrivateKeychain(temporaryFolder(stack), stack)
    bus = { address: environment['DBUS_SESSION_BUS_ADDRESS'] ?? null }
  })
  afterAll(() => stack.disposeAsync())

  it('keeps a secret for the next start, and removes it', async () => {
    expect(await onBus(bus, 'read', 'session')).toEqual({ ok: true, data: null })
    expect(await onBus(bus, 'write', 'session', 'ça reste')).toEqual({ ok: true, data: null })
    expect(await onBus(bus, 'read', 'session')).toEqual({ ok: true, data: 'ça reste' })
    expect(await onBus(bus, 'read', 'store-key')).toEqual({ ok: true, data: null })
    expect(await onBus(bus, 'remove', 'session')).toEqual({ ok: true, data: null })
    expect(await onBus(bus, 'read', 'session')).toEqual({ ok: true, data: null })
    expect(await onBus(bus, 'remove', 'session')).toEqual({ ok: true, data: null })
  })

  it('refuses what Windows could not keep, everywhere alike', async () => {
    expect(await onBus(bus, 'write', 'session', 'x'.repeat(1_280))).toMatchObject({ ok: true })
    expect(await onBus(bus, 'write', 'session', 'x'.repeat(1_281))).toEqual({
      ok: false,
      failure: 'keychain_refused',
    })
  })

  it('says that it is locked, never that there is nothing', async () => {
    await onBus(bus, 'write', 'session', 'secret')
    await lockKeychain(bus.address ?? '')
    const locked = { ok: false, failure: 'keychain_locked' }
    expect(await onBus(bus, 'read', 'session')).toEqual(locked)
    expect(await onBus(bus, 'write', 'session', 'other')).toEqual(locked)
    expect(await onBus(bus, 'remove', 'session')).toEqual(locked)
  })
})

describe.skipIf(process.platform !== 'linux')('no Secret Service (Linux alone can lack it)', () => {
  const absent = { ok: false, failure: 'keychain_absent' }

  it('without a bus', async () => {
    expect(await onBus({ address: null }, 'read', 'session')).toEqual(absent)
    expect(await onBus({ address: null }, 'write', 'session', 'secret')).toEqual(absent)
  })

  it('with a bus that has gone', async () => {
    expect(await onBus({ address: 'unix:path=/nonexistent' }, 'read', 'session')).toEqual(absent)
  })

  it('with a service that has no keyring', async () => {
    await using stack = new AsyncDisposableStack()
    // Debian's bus starts gnome-keyring when it is first asked; this home holds no keyring.
    const { DISPLAY: _display, ...rest } = process.env
    const home = temporaryFolder(stack)
    const env = { ...rest, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }
    const command = [process.execPath, child, service, 'write', 'session', 'secret']
    const { stdout } = await run('dbus-run-session', ['--', ...command], { env })
    expect(JSON.parse(stdout)).toEqual(absent)
  })

  it('with a bus on which nobody serves secrets', async () => {
    await using stack = new AsyncDisposableStack()
    const configuration = join(temporaryFolder(stack), 'bus.conf')
    writeFileSync(configuration, bareBus)
    const command = [process.execPath, child, service, 'read', 'session']
    const { stdout } = await run('dbus-run-session', [
      `--config-file=${configuration}`,
      '--',
      ...command,
    ])
    expect(JSON.parse(stdout)).toEqual(absent)
  })
})

/** A session bus that starts no services. */
const bareBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

it('is absent where the library itself does not load', async () => {
  // As on a platform that it has no build for.
  const env = { ...process.env, NAPI_RS_NATIVE_LIBRARY_PATH: '/nonexistent.node' }
  const { stdout } = await run(process.execPath, [child, service, 'read', 'session'], { env })
  expect(JSON.parse(stdout)).toEqual({ ok: false, failure: 'keychain_absent' })
})

it('takes words it does not know for a refusal', () => {
  expect(keychainFailure(new Error('Something new'))).toBe('keychain_refused')
  expect(keychainFailure('no error at all')).toBe('keychain_refused')
})
