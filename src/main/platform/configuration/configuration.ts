/**
 * What an administrator has set, of all sources together: `PORTAL_URL` in development; else policies
 * or a configuration profile, then the file, then the default that comes with the app.
 */
import defaultConfiguration from '../../../../resources/default-config.json' with { type: 'json' }
import { readFile } from 'node:fs/promises'
import type { ManagedView } from '../../../shared/contract/app/managed.ts'
import type { ConfigurationSources } from './environment.ts'
import {
  absent,
  checkLayer,
  combineLayers,
  unusable,
  type Layer,
  type ManagedSettings,
  type SourceContent,
} from './managed-settings.ts'
import { readManagedPreferences } from './managed-preferences.ts'
import { readPolicies } from './policies.ts'
import { namedSettings, settingNames } from './setting-names.ts'
import { errorCode } from '../files/write-file.ts'
import { onlyRootWrites } from '../managed-file/posix-writers.ts'
import { onlyAdministratorsWrite } from '../managed-file/windows-writers.ts'

export type Configuration =
  | ({ readonly ok: true; readonly managed: ManagedView } & ManagedSettings)
  /** What has to be corrected: a file's path, a key or a variable's name, and the setting in it. */
  | { readonly ok: false; readonly source: string; readonly setting?: string | undefined }

/** For a person to pass on: what to correct, e.g. `/etc/…/config.json (lock.required)`. */
export function placeOf({ source, setting }: Configuration & { readonly ok: false }): string {
  return setting === undefined ? source : `${source} (${setting})`
}

/**
 * A source that is there but cannot be used is an error: nothing falls back past it. So is a
 * managed file that others than administrators can write, as anyone may have put it there.
 * @param readMachine reads what this kind of computer has beside the file
 */
export async function readConfiguration(
  { portalUrl, managedFile, mustBeManaged }: ConfigurationSources,
  readMachine: () => Promise<SourceContent> = machineReader(process.platform, mustBeManaged),
): Promise<Configuration> {
  if (portalUrl !== undefined) return combine([], { portalUrl }, 'PORTAL_URL')
  // At the same time: on Windows each starts a process, and the first screen waits for both.
  const [machine, file] = await Promise.all([
    readMachine(),
    readManagedFile(managedFile, mustBeManaged),
  ])
  return combine([machine, file], defaultConfiguration, 'default-config.json')
}

/** Whoever names a file of their own, in development, hears nothing of the computer's. */
function machineReader(platform: NodeJS.Platform, counts: boolean): () => Promise<SourceContent> {
  if (counts && platform === 'win32') return readPolicies
  return counts && platform === 'darwin' ? readManagedPreferences : async () => absent
}

async function readManagedFile(path: string, mustBeManaged: boolean): Promise<SourceContent> {
  try {
    const bytes = await readFile(path)
    if (mustBeManaged && !(await isManaged(path, process.platform))) return unusable(path)
    // Windows' own editors begin a file with a byte order mark, which this drops.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const content: unknown = JSON.parse(text)
    return { kind: 'read', by: 'file', source: path, content }
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? absent : unusable(path)
  }
}

type CheckedSource = Extract<SourceContent, { readonly kind: 'read' }> & { readonly layer: Layer }

/**
 * Each source is checked whole, also what another overrides: who wrote it believes that it counts.
 * @param contents in the order in which they count
 * @param fallback what is packaged stands in where there is no file
 */
function combine(
  contents: readonly SourceContent[],
  fallback: unknown,
  fallbackName: string,
): Configuration {
  const sources: CheckedSource[] = []
  for (const content of contents) {
    if (content.kind === 'unusable') {
      return { ok: false, source: content.source, setting: content.setting }
    }
    if (content.kind === 'absent') continue
    const layer = checkLayer(content.content)
    if (!layer.ok) return wrong(content, layer.setting)
    sources.push({ ...content, layer: layer.value })
  }
  const file = sources.find(({ by }) => by === 'file')
  const base = checkLayer(fallback)
  if (!base.ok) return { ok: false, source: fallbackName, setting: base.setting }
  const layers = [...sources.map(({ layer }) => layer), ...(file === undefined ? [base.value] : [])]
  const whole = combineLayers(layers)
  if (whole.ok) return { ok: true, ...whole.value, managed: managedBy(sources) }
  // What is missing beside a setting is missing where that one was made.
  const near = sources.find((source) => says(source, whole.setting?.split('.')[0])) ?? file
  return near === undefined
    ? { ok: false, source: fallbackName, setting: whole.setting }
    : wrong(near, whole.setting)
}

function wrong({ by, source }: CheckedOrRead, setting: string | undefined): Configuration {
  const named = settingNames.find((name) => name === setting)
  const isPolicy = by === 'policy' && named !== undefined
  return { ok: false, source, setting: isPolicy ? namedSettings[named].policy : setting }
}
type CheckedOrRead = Pick<CheckedSource, 'by' | 'source'>

/** Which source says each setting that counts, and where each of them is. */
function managedBy(sources: readonly CheckedSource[]): ManagedView {
  const settings = settingNames.flatMap((name) => {
    const source = sources.find((one) => says(one, ...name.split('.')))
    return source === undefined ? [] : [{ name, by: source.by }]
  })
  return { settings, sources: sources.map(({ by, source }) => ({ by, place: source })) }
}

function says({ layer }: CheckedSource, group = '', name?: string): boolean {
  const found = new Map<string, unknown>(Object.entries(layer)).get(group)
  if (name === undefined || typeof found !== 'object' || found === null) return found !== undefined
  return Object.hasOwn(found, name)
}

/** Whether nobody but administrators can write the file. Rejects where that cannot be told. */
export async function isManaged(path: string, platform: NodeJS.Platform): Promise<boolean> {
  return platform === 'win32' ? onlyAdministratorsWrite(path) : onlyRootWrites(path, platform)
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
