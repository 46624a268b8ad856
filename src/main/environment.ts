/** What the process is told from outside, read in one place. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Device } from '../shared/portal/sessions.ts'
import { tidyName } from '../shared/typed-text.ts'

export type ConfigurationSources = {
  readonly portalUrl: string | undefined
  readonly managedFile: string
}

export type Environment = {
  /** The folder of settings, sealed files and logs; null for the system's usual one. */
  readonly profile: string | null
  readonly keychainService: string
  readonly configuration: ConfigurationSources
  readonly device: Device
}

const platforms = { win32: 'windows', darwin: 'macos', linux: 'linux' } as const

export function readEnvironment(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Environment {
  const known = platform === 'win32' || platform === 'darwin' || platform === 'linux'
  return {
    profile: environment['SERVICES_ONLINE_PROFILE'] ?? null,
    keychainService: environment['SERVICES_ONLINE_KEYCHAIN'] ?? 'Atradius Services Online',
    configuration: {
      portalUrl: environment['PORTAL_URL'],
      managedFile:
        environment['SERVICES_ONLINE_CONFIG'] ?? managedConfigurationFile(platform, environment),
    },
    device: {
      // The contract asks for a name; a computer without one is called by its platform.
      name: tidyName(hostname()).slice(0, 80) || platform,
      platform: known ? platforms[platform] : 'other',
    },
  }
}

/** The file that an administrator manages on this kind of computer. */
export function managedConfigurationFile(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): string {
  if (platform === 'win32') {
    const folder = environment['ProgramData'] ?? 'C:\\ProgramData'
    return join(folder, 'Atradius Services Online', 'config.json')
  }
  return platform === 'darwin'
    ? '/Library/Application Support/Atradius Services Online/config.json'
    : '/etc/atradius-services-online/config.json'
}
