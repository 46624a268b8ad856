import { expect, it } from 'vitest'
import { readEnvironment } from '../../../../src/main/platform/configuration/environment.ts'
import { forgetVariables } from '../../../../src/main/app/startup/hardening.ts'

const hostile = {
  PORTAL_URL: 'https://evil.example/',
  SERVICES_ONLINE_CONFIG: '/tmp/evil.json',
  SERVICES_ONLINE_PROFILE: '/tmp/evil',
  SERVICES_ONLINE_KEYCHAIN: 'Another app',
  ProgramData: 'D:\\Evil',
  SystemDrive: 'D:',
  SystemRoot: 'D:\\Evil',
}

it.each(['win32', 'darwin', 'linux'] as const)(
  'a packaged app on %s hears no variable of the environment',
  (platform) => {
    const read = readEnvironment(hostile, platform, true)
    expect(read).toEqual(readEnvironment({}, platform, true))
    expect(JSON.stringify(read)).not.toMatch(/evil|Another/i)
    expect(read.configuration.mustBeManaged).toBe(true)
  },
)

it('in development they say where everything is; only a file named so is its developer’s own', () => {
  const read = readEnvironment(hostile, 'linux', false)
  expect(read).toMatchObject({
    profile: '/tmp/evil',
    keychainService: 'Another app',
    configuration: {
      portalUrl: 'https://evil.example/',
      managedFile: '/tmp/evil.json',
      mustBeManaged: false,
    },
  })
  expect(readEnvironment({}, 'linux', false).configuration.mustBeManaged).toBe(true)
})

const others = {
  NAPI_RS_FORCE_WASI: '1',
  Napi_Rs_Wasi_Flavor: 'x',
  NAPI_RS_NATIVE_LIBRARY_PATH: '/tmp/x.node',
  SSLKEYLOGFILE: '/tmp/keys',
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  PATH: '/usr/bin',
}

it('variables that would bring other code or record traffic are gone before anything reads them', () => {
  const packaged: NodeJS.ProcessEnv = { ...others }
  forgetVariables(packaged, true)
  expect(Object.keys(packaged)).toEqual(['PATH'])
  const development: NodeJS.ProcessEnv = { ...others }
  forgetVariables(development, false)
  expect(Object.keys(development)).toEqual([
    'NAPI_RS_NATIVE_LIBRARY_PATH',
    'SSLKEYLOGFILE',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'PATH',
  ])
})
