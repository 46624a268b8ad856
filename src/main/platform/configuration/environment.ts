/** What the process is told from outside, read in one place. */
import { hostname } from 'node:os'
import type { Device } from '../../../shared/contract/identity/sessions.ts'
import { tidyName } from '../../../shared/rules/typed-text.ts'
import { managedConfigurationFile } from '../managed-file/location.ts'

export type ConfigurationSources = {
  readonly portalUrl: string | undefined
  readonly managedFile: string
  /** Whether the file counts only where none but administrators can write it. */
  readonly mustBeManaged: boolean
}

export type Environment = {
  /** The folder of settings, stores and logs; null for the system's usual one. */
  readonly profile: string | null
  readonly keychainService: string
  readonly configuration: ConfigurationSources
  readonly device: Device
}

const platforms = { win32: 'windows', darwin: 'macos', linux: 'linux' } as const

/**
 * The variables are for development and tests. To a packaged app none of them says anything: whoever
 * could set one would say where passwords go.
 */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  isPackaged: boolean,
): Environment {
  const heard = isPackaged ? {} : variables
  const file = heard['SERVICES_ONLINE_CONFIG']
  const known = platform === 'win32' || platform === 'darwin' || platform === 'linux'
  return {
    profile: heard['SERVICES_ONLINE_PROFILE'] ?? null,
    keychainService: heard['SERVICES_ONLINE_KEYCHAIN'] ?? 'Atradius Services Online',
    configuration: {
      portalUrl: heard['PORTAL_URL'],
      managedFile: file ?? managedConfigurationFile(platform),
      // A file that a developer names is their own.
      mustBeManaged: file === undefined,
    },
    device: {
      // The contract asks for a name; a computer without one is called by its platform.
      name: tidyName(hostname()).slice(0, 80) || platform,
      platform: known ? platforms[platform] : 'other',
    },
  }
}
