/** Where the portal is: `PORTAL_URL`, else the file an administrator manages, else the default. */
import defaultConfiguration from '../../../../resources/default-config.json' with { type: 'json' }
import { readFile } from 'node:fs/promises'
import type { ConfigurationSources } from './environment.ts'
import { checkLayer, combineLayers, type ManagedSettings } from './managed-settings.ts'
import { errorCode } from '../files/write-file.ts'
import { onlyRootWrites } from '../managed-file/posix-writers.ts'
import { onlyAdministratorsWrite } from '../managed-file/windows-writers.ts'

export type Configuration =
  | ({ readonly ok: true } & ManagedSettings)
  /** What has to be corrected: a file's path, a key or a variable's name, and the setting in it. */
  | { readonly ok: false; readonly source: string; readonly setting?: string | undefined }

/**
 * A source that is there but cannot be used is an error: nothing falls back past it. So is a
 * managed file that others than administrators can write, as anyone may have put it there.
 */
export async function readConfiguration({
  portalUrl,
  managedFile,
  mustBeManaged,
}: ConfigurationSources): Promise<Configuration> {
  if (portalUrl !== undefined) return parse({ portalUrl }, 'PORTAL_URL')
  try {
    const content = await readFile(managedFile)
    if (mustBeManaged && !(await isManaged(managedFile, process.platform))) {
      return { ok: false, source: managedFile }
    }
    // Windows' own editors begin a file with a byte order mark, which this drops.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return parse(JSON.parse(text), managedFile)
  } catch (error) {
    return errorCode(error) === 'ENOENT'
      ? parse(defaultConfiguration, 'default-config.json')
      : { ok: false, source: managedFile }
  }
}

function parse(value: unknown, source: string): Configuration {
  const layer = checkLayer(value)
  const whole = layer.ok ? combineLayers([layer.value]) : layer
  return whole.ok ? { ok: true, ...whole.value } : { ok: false, source, setting: whole.setting }
}

/** For a person to pass on: what to correct, e.g. `/etc/…/config.json (lock.required)`. */
export function placeOf({ source, setting }: Configuration & { readonly ok: false }): string {
  return setting === undefined ? source : `${source} (${setting})`
}

/** Of Electron's `Certificate`, what decides. */
type Offered = { readonly issuerName: string }

/**
 * Null for none: unless managed configuration names an issuer, and to any server but the portal.
 * @param url of the request for which one is asked
 */
export function clientCertificateFor<Certificate extends Offered>(
  url: string,
  offered: readonly Certificate[],
  configuration: Configuration,
): Certificate | null {
  if (!configuration.ok || URL.parse(url)?.host !== configuration.portalUrl.host) return null
  const issuer = configuration.clientCertificateIssuer
  return offered.find(({ issuerName }) => issuerName === issuer) ?? null
}

/** Whether nobody but administrators can write the file. Rejects where that cannot be told. */
export async function isManaged(path: string, platform: NodeJS.Platform): Promise<boolean> {
  return platform === 'win32' ? onlyAdministratorsWrite(path) : onlyRootWrites(path, platform)
}
