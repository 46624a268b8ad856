/** Where the portal is: `PORTAL_URL`, else the file an administrator manages, else the default. */
import defaultConfiguration from '../../../../resources/default-config.json' with { type: 'json' }
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { ConfigurationSources } from './environment.ts'
import { errorCode } from '../files/write-file.ts'
import { onlyRootWrites } from '../managed-file/posix-writers.ts'
import { onlyAdministratorsWrite } from '../managed-file/windows-writers.ts'

/** Passwords travel to this address: TLS, save to this computer itself. */
export const portalUrlSchema = z
  .url()
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))
  .refine((url) => url.username === '' && url.password === '')

const configurationSchema = z.strictObject({
  portalUrl: portalUrlSchema,
  /** Who issued the certificate that this computer shows a portal that asks for one. */
  clientCertificateIssuer: z.string().min(1).exactOptional(),
})

export type Configuration =
  | {
      readonly ok: true
      readonly portalUrl: URL
      /** Without one, no certificate of this computer is ever shown. */
      readonly clientCertificateIssuer?: string
    }
  /** `source` names what has to be corrected: a file's path or a variable's name. */
  | { readonly ok: false; readonly source: string }

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
  const parsed = configurationSchema.safeParse(value)
  return parsed.success ? { ok: true, ...parsed.data } : { ok: false, source }
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
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
