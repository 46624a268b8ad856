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

const heard = {
  PATH: '/usr/bin',
  HOME: '/home/marie',
  APPIMAGE: '/home/marie/services-online.AppImage',
  CHROME_DESKTOP: 'services-online.desktop',
  ELECTRON_OZONE_PLATFORM_HINT: 'auto',
}

it.each([
  // Code from elsewhere.
  'NAPI_RS_NATIVE_LIBRARY_PATH',
  'NODE_PATH',
  'NODE_OPTIONS',
  'NODE_COMPILE_CACHE',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'ELECTRON_NO_ASAR',
  'CHROME_DEVEL_SANDBOX',
  // What is written down elsewhere.
  'SSLKEYLOGFILE',
  'NODE_DEBUG',
  'NODE_V8_COVERAGE',
  'NODE_REDIRECT_WARNINGS',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_LOG_ASAR_READS',
  'CHROME_LOG_FILE',
  'SQLITE_TMPDIR',
  // Whom it trusts, and which way it goes.
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_ENV_PROXY',
  'NODE_USE_SYSTEM_CA',
  'SSL_CERT_FILE',
  'OPENSSL_CONF',
  'NODE_A_VARIABLE_OF_A_LATER_VERSION',
])('a packaged app forgets %s, in whatever capitals, before anything reads it', (name) => {
  const packaged = { ...heard, [name]: '1', [name.toLowerCase()]: '1' }
  forgetVariables(packaged, true)
  expect(packaged).toEqual(heard)
  const development = { ...heard, [name]: '1' }
  forgetVariables(development, false)
  expect(development).toEqual({ ...heard, [name]: '1' })
})

it.each(['NAPI_RS_FORCE_WASI', 'Napi_Rs_Wasi_Flavor'])(
  'nobody hears %s, which switches the keychain’s library off',
  (name) => {
    const development = { ...heard, [name]: '1' }
    forgetVariables(development, false)
    expect(development).toEqual(heard)
  },
)
