/**
 * The keychain on Linux is whatever serves `org.freedesktop.secrets` on the session's bus. Where
 * no desktop brings one, a bus and a gnome-keyring of our own stand in: the real programs, private
 * to this checkout, with their files in a folder that the caller names.
 */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDebianPackages } from './debian.ts'
import { Failure } from './failure.mjs'
import { findProgram, runCaptured, startBackgroundProcess, stop, waitFor } from './processes.ts'

const serviceName = 'org.freedesktop.secrets'
/** Generous: a machine that builds something else at the same time is slow. */
const startTimeoutMs = 60_000

/** Variables that a program needs to find the keychain; empty where it finds it by itself. */
export type KeychainEnvironment = Readonly<Record<string, string>>

async function callBus(address: string, method: string, argument: string): Promise<string> {
  const { code, output } = await runCaptured('dbus-send', [
    `--bus=${address}`,
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    `org.freedesktop.DBus.${method}`,
    ...(argument === '' ? [] : [`string:${argument}`]),
  ])
  return code === 0 ? output : ''
}

async function isServed(address: string): Promise<boolean> {
  return (await callBus(address, 'NameHasOwner', serviceName)).includes('boolean true')
}

/** A desktop may start its keychain at the first question only. */
async function canBeServed(address: string): Promise<boolean> {
  if (await isServed(address)) return true
  return (await callBus(address, 'ListActivatableNames', '')).includes(`"${serviceName}"`)
}

/** The desktop's own bus, where one runs that can serve secrets. */
async function desktopBus(): Promise<string | null> {
  if (findProgram('dbus-send') === null) return null
  const runtime = process.env['XDG_RUNTIME_DIR']
  const usual = runtime !== undefined && existsSync(join(runtime, 'bus'))
  const address =
    process.env['DBUS_SESSION_BUS_ADDRESS'] ?? (usual ? `unix:path=${runtime}/bus` : null)
  return address !== null && (await canBeServed(address)) ? address : null
}

/** The private keyring's password lies beside it: it guards made-up data, and must open unasked. */
function keyringPassword(folder: string): string {
  const file = join(folder, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function withoutDisplay(): NodeJS.ProcessEnv {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env
  return rest
}

async function startBus(runtime: string): Promise<{ bus: ChildProcess; address: string }> {
  const bus = startBackgroundProcess(
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', `--address=unix:path=${runtime}/bus`],
    // Without a display: a keyring of ours that is locked says so, and prompts nobody.
    { stdio: 'ignore', env: withoutDisplay() },
  )
  const address = `unix:path=${runtime}/bus`
  const answered = await waitFor(
    async () => ((await callBus(address, 'GetId', '')) === '' ? null : true),
    { timeoutMs: startTimeoutMs },
  )
  if (answered === null) {
    await stop(bus)
    throw new Failure('dbus-daemon did not start.', 'Run "dbus-daemon --session" to see why.')
  }
  return { bus, address }
}

function startKeyring(folder: string, runtime: string, address: string): ChildProcess {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const keyring = startBackgroundProcess(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${runtime}/keyring`],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        XDG_DATA_HOME: join(home, '.local', 'share'),
        XDG_RUNTIME_DIR: runtime,
        DBUS_SESSION_BUS_ADDRESS: address,
      },
    },
  )
  keyring.stdin?.end(keyringPassword(folder))
  return keyring
}

/**
 * Starts a bus and a keyring of our own; the keyring's files stay in `folder`. Everything ends
 * with `stack`.
 * @throws {Failure} where Debian's programs are missing or do not start
 */
export async function startPrivateKeychain(
  folder: string,
  stack: AsyncDisposableStack,
): Promise<KeychainEnvironment> {
  await ensureDebianPackages(['dbus', 'gnome-keyring'])
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A socket's path may not exceed about 100 characters, so sockets are not kept in the checkout.
  const runtime = mkdtempSync(join(tmpdir(), 'services-online-'))
  stack.defer(() => rmSync(runtime, { recursive: true, force: true }))
  const { bus, address } = await startBus(runtime)
  stack.defer(() => stop(bus))
  const keyring = startKeyring(folder, runtime, address)
  stack.defer(() => stop(keyring))
  // Served, not only startable: the bus would start a second keyring, a locked one.
  const served = await waitFor(async () => ((await isServed(address)) ? true : null), {
    timeoutMs: startTimeoutMs,
  })
  if (served === null) {
    throw new Failure(
      'gnome-keyring did not start.',
      `If ${folder} came from elsewhere, delete it (it holds only trial sign-ins) and run again.`,
    )
  }
  return { DBUS_SESSION_BUS_ADDRESS: address }
}

/** The desktop's keychain where there is one, else a private one (Linux only). */
export async function ensureKeychain(
  folder: string,
  stack: AsyncDisposableStack,
): Promise<KeychainEnvironment> {
  if (process.platform !== 'linux') return {}
  const bus = await desktopBus()
  if (bus !== null) return { DBUS_SESSION_BUS_ADDRESS: bus }
  return startPrivateKeychain(folder, stack)
}
