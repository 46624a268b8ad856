// @ts-check
/**
 * What a release takes from the environment: who publishes it, where its updates come from, and the
 * keys. electron-builder reads the settings by the default export, and calls the hook before each
 * package, which refuses to call anything a release that lacks one of them.
 */

import { signProgramVariable } from './sign-windows.mjs'

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** Each of the ways by which Apple takes a program for notarisation. */
const notarisation = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
]

/** Every variable by which a release differs from a trial. */
export const releaseVariables = [
  'UPDATE_FEED',
  'UPDATE_PUBLIC_KEYS',
  'PUBLISHER_NAME',
  'GPG_KEY',
  'CSC_LINK',
  'CSC_NAME',
  'CSC_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  signProgramVariable,
  ...notarisation.flat(),
]

/**
 * @param {Environment} env
 * @param {readonly string[]} names
 */
const has = (env, names) => names.every((name) => (env[name] ?? '') !== '')

/** @param {readonly (readonly string[])[]} ways */
const either = (ways) => ways.map((names) => names.join(' with ')).join(', or ')

/**
 * What is missing for a release of `platform` on this machine, a line each.
 * @param {string} platform Node's name of what is packaged
 * @param {Environment} env
 * @param {string} host Node's name of where it is packaged
 * @returns {readonly string[]}
 */
export function missingForRelease(platform, env, host) {
  const missing = []
  if (!(env['UPDATE_FEED'] ?? '').startsWith('https://')) {
    missing.push('UPDATE_FEED: the https address where updates lie')
  }
  if (!has(env, ['UPDATE_PUBLIC_KEYS'])) {
    missing.push('UPDATE_PUBLIC_KEYS: by which what is announced there is known')
  }
  if (platform === 'win32') {
    if (!has(env, ['PUBLISHER_NAME'])) {
      missing.push('PUBLISHER_NAME: the subject of the certificate, by which updates are known')
    }
    const ways = [['WIN_CSC_LINK'], ['CSC_LINK'], [signProgramVariable]]
    if (!ways.some((names) => has(env, names))) missing.push(`a certificate: ${either(ways)}`)
  }
  if (platform === 'darwin') {
    if (host !== 'darwin') missing.push('macOS: nothing else signs for it')
    const ways = [['CSC_LINK'], ['CSC_NAME']]
    if (!ways.some((names) => has(env, names))) missing.push(`a certificate: ${either(ways)}`)
    if (!notarisation.some((names) => has(env, names))) {
      missing.push(`for Apple’s notarisation: ${either(notarisation)}`)
    }
  }
  if (platform === 'linux' && !has(env, ['GPG_KEY'])) {
    missing.push('GPG_KEY: the key by which gpg signs the packages')
  }
  return missing
}

/**
 * What of electron-builder's configuration the environment says.
 * @param {Environment} env
 * @returns {import('electron-builder').Configuration}
 */
export function settingsOf(env) {
  const publisherName = env['PUBLISHER_NAME'] ?? ''
  const url = env['UPDATE_FEED'] ?? ''
  return {
    publish: url === '' ? null : { provider: 'generic', url },
    ...(publisherName !== '' && {
      win: {
        signtoolOptions: {
          publisherName: [publisherName],
          signingHashAlgorithms: ['sha256'],
          ...(has(env, [signProgramVariable]) && { sign: './scripts/packaging/sign-windows.mjs' }),
        },
      },
    }),
  }
}

/**
 * @param {Pick<import('electron-builder').AfterPackContext, 'electronPlatformName' | 'packager'>} context
 */
export function beforePack({ electronPlatformName, packager }) {
  if (packager.config.forceCodeSigning !== true) return
  const missing = missingForRelease(electronPlatformName, process.env, process.platform)
  if (missing.length === 0) return
  throw new Error(
    `This is no release. Missing:\n${missing.map((line) => `  - ${line}`).join('\n')}\n` +
      'Set them, or try a package with --unsigned.',
  )
}

// electron-builder asks for a default export.
export default () => settingsOf(process.env)
