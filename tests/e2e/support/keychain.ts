/** What the app has left in the keychain, asked of the Secret Service itself. */
import { findProgram, runCaptured } from '../../../scripts/lib/processes.ts'

const service = 'org.freedesktop.secrets'
const folder = '/org/freedesktop/secrets'

async function callSecretService(method: string, argument: string, bus: string): Promise<string> {
  const { code, output } = await runCaptured(
    'dbus-send',
    [
      `--bus=${bus}`,
      '--print-reply',
      `--dest=${service}`,
      folder,
      `org.freedesktop.Secret.Service.${method}`,
      argument,
    ],
    {},
  )
  if (code !== 0) throw new Error(output)
  return output
}

/** Why the keychain cannot be looked into on this machine; null where it can. */
export function keychainObstacle(): string | null {
  if (process.platform !== 'linux') return 'only Linux’s Secret Service can be asked from outside'
  if (findProgram('dbus-send') === null) return 'dbus-send is not installed'
  return process.env['DBUS_SESSION_BUS_ADDRESS'] === undefined ? 'no session bus runs' : null
}

/**
 * How many entries stand under the name that the app was given, save the secret of the installation:
 * that is nobody's, and stays.
 */
export async function countKeychainEntries(name: string): Promise<number> {
  const [all, ofInstallation] = await Promise.all([
    countEntries(`service,${name}`),
    countEntries(`service,${name},username,device`),
  ])
  return all - ofInstallation
}

async function countEntries(attributes: string): Promise<number> {
  const bus = process.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''
  const found = await callSecretService('SearchItems', `dict:string:string:${attributes}`, bus)
  return found.match(/object path/gu)?.length ?? 0
}

/** Locks every keyring of the Secret Service on `bus`, as a screen lock may. */
export async function lockKeychain(bus: string): Promise<void> {
  const found = await runCaptured('dbus-send', [
    `--bus=${bus}`,
    '--print-reply',
    `--dest=${service}`,
    folder,
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Service',
    'string:Collections',
  ])
  const paths = [...found.output.matchAll(/object path "([^"]+)"/gu)].map(([, path]) => path)
  await callSecretService('Lock', `array:objpath:${paths.join(',')}`, bus)
}
