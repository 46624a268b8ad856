/** The policies as a real `reg.exe` prints them: wine's, in a registry of the test's own. */
import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { promisify } from 'node:util'
import { findProgram } from '../../../../scripts/lib/processes.ts'
import { readPolicies } from '../../../../src/main/platform/configuration/policies.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const wine = process.platform === 'linux' ? findProgram('wine64') : null
const server = findProgram('wineserver64')
const where = wine === null ? 'skipped: Debian’s wine64 is not installed here' : 'under wine'
/** Making a registry takes wine some ten seconds, and more where others are at work. */
const patience = 180_000

describe.skipIf(wine === null)(`reg.exe (${where})`, () => {
  const stack = new AsyncDisposableStack()
  const prefix = temporaryFolder(stack)
  const env = {
    PATH: process.env['PATH'],
    HOME: prefix,
    WINEPREFIX: `${prefix}/registry`,
    WINEDEBUG: '-all',
    LC_ALL: 'C.UTF-8',
    // Neither a browser nor .NET is asked for.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  }
  const reg = async (...args: readonly string[]) => {
    const run = promisify(execFile)
    const { stdout } = await run(wine ?? '', ['reg', ...args], { env, encoding: 'buffer' })
    return stdout
  }
  const query = (key: string) => reg('query', key, '/reg:64')
  const key = String.raw`HKLM\Software\Policies\Atradius Services Online`
  const set = (name: string, type: string, data: string) =>
    reg('add', key, '/v', name, '/t', type, '/d', data, '/f')

  beforeAll(() => reg('query', String.raw`HKLM\Software`), patience)
  afterAll(async () => {
    // Fails where it has ended by itself, having nothing more to do.
    if (server !== null) await promisify(execFile)(server, ['-k'], { env }).catch(() => undefined)
    await stack.disposeAsync()
  }, patience)

  it(
    'prints what is read as it was set',
    async () => {
      expect(await readPolicies(query)).toEqual({ kind: 'absent' })
      await set('PortalUrl', 'REG_SZ', 'https://portal.firm.example/')
      await set('ClientCertificateIssuer', 'REG_SZ', 'Firm    REG_SZ    CA')
      await set('LockRequired', 'REG_DWORD', '1')
      await set('LockLongestIdleMinutes', 'REG_DWORD', '15')
      await set('ProxySignInServers', 'REG_MULTI_SZ', String.raw`a.firm.example\0*.b.firm.example`)
      expect(await readPolicies(query)).toMatchObject({
        kind: 'read',
        content: {
          portalUrl: 'https://portal.firm.example/',
          clientCertificateIssuer: 'Firm    REG_SZ    CA',
          lock: { required: true, longestIdleMinutes: 15 },
          proxySignIn: { servers: ['a.firm.example', '*.b.firm.example'] },
        },
      })
      await set('ClientCertificateIssuer', 'REG_SZ', 'Société émettrice')
      expect(await readPolicies(query)).toMatchObject({ setting: 'ClientCertificateIssuer' })
    },
    patience,
  )
})
