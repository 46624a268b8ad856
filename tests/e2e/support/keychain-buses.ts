/** Session buses on which the keychain is in trouble, made of the real programs. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCaptured, stop, waitFor } from '../../../scripts/lib/processes.ts'
import { startPrivateKeychain } from '../../../scripts/lib/secret-service.ts'
import { lockKeychain } from './keychain.ts'

type Environment = Readonly<Record<string, string>>

/** No bus at all, as on a server or in a plain container. */
export const withoutBus: Environment = {
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/services-online',
}

/** A keyring that nobody unlocks: the prompt for it has nowhere to appear. */
export async function startLockedKeychain(
  folder: string,
  stack: AsyncDisposableStack,
): Promise<Environment> {
  const environment = await startPrivateKeychain(path.join(folder, 'keyring'), stack)
  await lockKeychain(environment['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  return environment
}

const refusingPolicy = (address: string) => `
  <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
    "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
  <busconfig>
    <type>session</type>
    <listen>${address}</listen>
    <policy context="default">
      <allow send_destination="*" eavesdrop="true"/>
      <allow receive_sender="*" eavesdrop="true"/>
      <allow own="*"/>
      <deny send_destination="org.freedesktop.secrets"/>
    </policy>
  </busconfig>`

/** A Secret Service that runs, on a bus whose policy lets nobody talk to it. */
export async function startRefusingKeychain(stack: AsyncDisposableStack): Promise<Environment> {
  // A socket's path may not exceed about 100 characters.
  const runtime = mkdtempSync(path.join(tmpdir(), 'services-online-bus-'))
  stack.defer(() => rmSync(runtime, { recursive: true, force: true }))
  const address = `unix:path=${runtime}/bus`
  const configuration = path.join(runtime, 'bus.conf')
  writeFileSync(configuration, refusingPolicy(address).trim())
  const bus = spawn('dbus-daemon', [`--config-file=${configuration}`, '--nofork'], {
    stdio: 'ignore',
  })
  stack.defer(() => stop(bus))
  await untilOnBus(address, 'org.freedesktop.DBus')
  const keyring = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${runtime}/keyring`],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {
        PATH: process.env['PATH'],
        HOME: runtime,
        XDG_RUNTIME_DIR: runtime,
        DBUS_SESSION_BUS_ADDRESS: address,
      },
    },
  )
  keyring.stdin.end('test')
  stack.defer(() => stop(keyring))
  await untilOnBus(address, 'org.freedesktop.secrets')
  return { DBUS_SESSION_BUS_ADDRESS: address }
}

async function untilOnBus(address: string, name: string): Promise<void> {
  const there = await waitFor(
    async () => {
      const { output } = await runCaptured('dbus-send', [
        `--bus=${address}`,
        '--print-reply',
        '--dest=org.freedesktop.DBus',
        '/org/freedesktop/DBus',
        'org.freedesktop.DBus.NameHasOwner',
        `string:${name}`,
      ])
      return output.includes('boolean true') ? true : null
    },
    { timeoutMs: 30_000 },
  )
  if (there === null) throw new Error(`${name} did not come to the bus`)
}
