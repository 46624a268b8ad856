/**
 * What an administrator can set. `config.json`, Windows' policies and macOS' managed preferences each
 * say some of it; together with what holds where none of them says anything they are the settings.
 */
import { z } from 'zod'
import { assertNever } from '../../../shared/assert-never.ts'
import type { ManagedBy } from '../../../shared/contract/app/managed.ts'
import { languageSchema } from '../../../shared/contract/common.ts'
import type { Language } from '../../../shared/languages.ts'

/** Passwords travel to this address: TLS, save to this computer itself. */
export const trustedUrlSchema = z
  .url()
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))
  .refine((url) => url.username === '' && url.password === '')

export const updateModes = ['automatic', 'ask', 'off'] as const
export const lockPasswordKinds = ['own', 'portal', 'any'] as const
export const proxySignInKinds = ['none', 'system', 'ask'] as const
/** In minutes: the shortest time that the app offers, and a day. */
export const idleLimits = { least: 5, most: 1_440 } as const

/**
 * A proxy's host name, or `*.` and the domain of several. Never a mere `*`: whoever names a server
 * here lets it ask for proof of who is signed in to Windows.
 */
const proxyServerSchema = z
  .string()
  .max(253)
  .regex(/^(?:\*\.)?[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*$/i)
  .refine((name) => !name.startsWith('*.') || name.split('.').length > 2)

const layerSchema = z
  .strictObject({
    portalUrl: trustedUrlSchema,
    /** Who issued the certificate that this computer shows a portal that asks for one. */
    clientCertificateIssuer: z.string().min(1).max(500),
    language: languageSchema,
    updates: z.strictObject({ mode: z.enum(updateModes), feed: trustedUrlSchema }).partial(),
    lock: z
      .strictObject({
        required: z.boolean(),
        longestIdleMinutes: z.int().min(idleLimits.least).max(idleLimits.most),
        password: z.enum(lockPasswordKinds),
      })
      .partial(),
    proxySignIn: z
      .strictObject({
        kind: z.enum(proxySignInKinds),
        servers: z.array(proxyServerSchema).min(1).max(50),
      })
      .partial()
      .refine(({ kind, servers }) => kind === undefined || kind === 'system' || !servers, {
        path: ['servers'],
      }),
  })
  .partial()

/** What one source of settings says, before it is checked. */
export type SourceContent =
  | { readonly kind: 'absent' }
  /** It is there and cannot be used: as a whole, or because of a setting by the source's own name. */
  | { readonly kind: 'unusable'; readonly source: string; readonly setting?: string | undefined }
  | {
      readonly kind: 'read'
      readonly by: ManagedBy
      /** A file's path or a key's name, for an administrator to find it. */
      readonly source: string
      /** Nested as in `config.json`. */
      readonly content: unknown
    }

export const absent: SourceContent = { kind: 'absent' }

/** A source that nothing falls back past. */
export function unusable(source: string, setting?: string): SourceContent {
  return { kind: 'unusable', source, setting }
}

/** What one source says, checked by itself. */
export type Layer = z.infer<typeof layerSchema>

export type UpdateSettings = {
  readonly mode: (typeof updateModes)[number]
  /** Where new versions come from; null for where this version was told when it was built. */
  readonly feed: URL | null
}

export type LockSettings = {
  /** Whether nobody works here without a lock. */
  readonly required: boolean
  /** After how many minutes without keyboard and mouse it locks at the latest. */
  readonly longestIdleMinutes: number
  /** Which password locks it: one of its own, the portal's, or whichever the person likes. */
  readonly password: (typeof lockPasswordKinds)[number]
}

/** What becomes of a proxy that asks who one is. */
export type ProxySignIn =
  | { readonly kind: 'none' }
  /** Windows' own account, for the named servers alone. */
  | { readonly kind: 'system'; readonly servers: readonly string[] }
  /** The person is asked. */
  | { readonly kind: 'ask' }

export type ManagedSettings = {
  readonly portalUrl: URL
  /** Null: no certificate of this computer is ever shown. */
  readonly clientCertificateIssuer: string | null
  /** For who has chosen none; null for the system's. */
  readonly language: Language | null
  readonly updates: UpdateSettings
  readonly lock: LockSettings
  readonly proxySignIn: ProxySignIn
}

const defaults: Omit<ManagedSettings, 'portalUrl'> = {
  clientCertificateIssuer: null,
  language: null,
  updates: { mode: 'automatic', feed: null },
  lock: { required: false, longestIdleMinutes: 60, password: 'any' },
  proxySignIn: { kind: 'none' },
}

/** What holds where nothing is set but the portal's address. */
export function settingsFor(portalUrl: URL): ManagedSettings {
  return { ...defaults, portalUrl }
}

type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  /** By its name as `config.json` nests it, e.g. `lock.required`; undefined for the whole. */
  | { readonly ok: false; readonly setting?: string | undefined }

/** What `value` says, or the first setting in it that is unknown or wrong. */
export function checkLayer(value: unknown): Checked<Layer> {
  const parsed = layerSchema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...(issue?.path ?? []), ...unknown].filter((part) => typeof part !== 'number')
  return { ok: false, setting: path.length === 0 ? undefined : path.map(String).join('.') }
}

/**
 * The layers as one: each setting is the first layer's that says it, and what holds by itself where
 * none does. Not ok, with the setting's name, where they do not make a whole.
 */
export function combineLayers(layers: readonly Layer[]): Checked<ManagedSettings> {
  const said = layers.reduce<Layer>(
    (above, below) => ({
      ...below,
      ...above,
      updates: { ...below.updates, ...above.updates },
      lock: { ...below.lock, ...above.lock },
      proxySignIn: { ...below.proxySignIn, ...above.proxySignIn },
    }),
    {},
  )
  if (said.portalUrl === undefined) return { ok: false, setting: 'portalUrl' }
  const proxySignIn = proxySignInOf(said.proxySignIn ?? {})
  if (!proxySignIn.ok) return proxySignIn
  return {
    ok: true,
    value: {
      portalUrl: said.portalUrl,
      clientCertificateIssuer: said.clientCertificateIssuer ?? defaults.clientCertificateIssuer,
      language: said.language ?? defaults.language,
      updates: {
        mode: said.updates?.mode ?? defaults.updates.mode,
        feed: said.updates?.feed ?? defaults.updates.feed,
      },
      lock: {
        required: said.lock?.required ?? defaults.lock.required,
        longestIdleMinutes: said.lock?.longestIdleMinutes ?? defaults.lock.longestIdleMinutes,
        password: said.lock?.password ?? defaults.lock.password,
      },
      proxySignIn: proxySignIn.value,
    },
  }
}

function proxySignInOf({ kind, servers }: NonNullable<Layer['proxySignIn']>): Checked<ProxySignIn> {
  switch (kind) {
    case 'system':
      return servers === undefined
        ? { ok: false, setting: 'proxySignIn.servers' }
        : { ok: true, value: { kind, servers } }
    // Servers that another layer names for another kind are not asked for here.
    case 'none':
    case 'ask':
      return { ok: true, value: { kind } }
    case undefined:
      return servers === undefined
        ? { ok: true, value: defaults.proxySignIn }
        : { ok: false, setting: 'proxySignIn.kind' }
    default:
      return assertNever(kind)
  }
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
