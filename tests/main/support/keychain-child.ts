/**
 * Runs one call on the real keychain in a process of its own, because the library finds its bus by
 * the environment: `keychain-child.ts SERVICE read|write|remove NAME [SECRET]` prints the result.
 */
import { createOsKeychain } from '../../../src/main/platform/secrets/os-keychain.ts'

const [service = '', operation, name, secret = ''] = process.argv.slice(2)
if (name !== 'session' && name !== 'store-key') throw new TypeError(`no such entry: ${name ?? ''}`)
// A prompt that nobody can see is given up quickly.
const keychain = createOsKeychain(service, 3_000)

const work = {
  read: () => keychain.read(name),
  write: () => keychain.write(name, secret),
  remove: () => keychain.remove(name),
}
if (operation !== 'read' && operation !== 'write' && operation !== 'remove') {
  throw new TypeError(`no such operation: ${operation ?? ''}`)
}
process.stdout.write(JSON.stringify(await work[operation]()), () => process.exit())
