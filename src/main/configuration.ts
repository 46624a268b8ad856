/** Where the portal is: `PORTAL_URL`, else the file an administrator manages, else the default. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import defaultConfiguration from '../../resources/default-config.json' with { type: 'json' }
import type { ConfigurationSources } from './environment.ts'
import { errorCode } from './offline/storage-failure.ts'

/** Passwords travel to this address: TLS, save to this computer itself. */
export const portalUrlSchema = z
  .url()
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))
  .refine((url) => url.username === '' && url.password === '')

const configurationSchema = z.strictObject({ portalUrl: portalUrlSchema })

export type Configuration =
  | { readonly ok: true; readonly portalUrl: URL }
  /** `source` names what has to be corrected: a file's path or a variable's name. */
  | { readonly ok: false; readonly source: string }

/** A source that is there but cannot be used is an error: nothing falls back past it. */
export function readConfiguration({ portalUrl, managedFile }: ConfigurationSources): Configuration {
  if (portalUrl !== undefined) {
    const parsed = portalUrlSchema.safeParse(portalUrl)
    return parsed.success
      ? { ok: true, portalUrl: parsed.data }
      : { ok: false, source: 'PORTAL_URL' }
  }
  try {
    // Windows' own editors begin a file with a byte order mark, which this drops.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(managedFile))
    return parse(JSON.parse(text), managedFile)
  } catch (error) {
    return errorCode(error) === 'ENOENT'
      ? parse(defaultConfiguration, 'default-config.json')
      : { ok: false, source: managedFile }
  }
}

function parse(value: unknown, source: string): Configuration {
  const parsed = configurationSchema.safeParse(value)
  return parsed.success ? { ok: true, portalUrl: parsed.data.portalUrl } : { ok: false, source }
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
