/** What can be set about a portal, and what it is where nobody sets it. */
import { join } from 'node:path'
import { defaultOfflineLeaseHours } from '../shared/contract/portal/meta.ts'
import type { PasswordPolicy } from '../shared/contract/identity/password-policy.ts'
import {
  passwordPolicies,
  type IdentitySettings,
  type RecoveryFactors,
} from './identity/settings.ts'
import { throttleRules, type ThrottleRules } from './identity/throttle-rules.ts'
import type { PlatformSettings } from './platform/context.ts'
import type { TimeLimits } from './platform/db/time-limits.ts'
import type { Measures } from './platform/measures.ts'

/** From what is told most to what is told least. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

export type PortalOptions = {
  /** Folder of the database, the pepper and outgoing mail; made where it is missing. */
  readonly dataFolder: string
  /** A PostgreSQL server instead of SQLite in the folder. */
  readonly databaseUrl?: string | undefined
  readonly host?: string
  /** 0 takes any free port. */
  readonly port?: number
  /** Keeps the demonstration's people and messages in the database. */
  readonly demo?: boolean
  /**
   * How many buyers the demonstration's large portfolio has in the end: it grows while the portal serves.
   * As few as it begins with unless said otherwise.
   */
  readonly demoBuyers?: number
  /** Decides what is applied for in the demonstration; as `demo` unless said otherwise. */
  readonly underwriter?: boolean
  /** What the database's secrets are made with; else a file in the folder, made with the database. */
  readonly pepper?: string | undefined
  readonly passwordPolicy?: PasswordPolicy['name']
  readonly throttle?: Partial<ThrottleRules>
  /** What a recovery asks for besides the username; both unless said otherwise. */
  readonly recovery?: RecoveryFactors
  /** For how many hours a client may show what it keeps without having reached the portal; else 72. */
  readonly offlineLeaseHours?: number
  /** A mail server (`smtp://…`); else messages land as `.eml` in the folder's `mail/`. */
  readonly smtpUrl?: string | undefined
  /** The sender of messages. */
  readonly mailFrom?: string | undefined
  /**
   * Addresses or networks (`10.0.0.0/8`) of the proxies in front; none by default. The client is
   * whom they name last in `X-Forwarded-For`: what stands before that, anyone can write.
   */
  readonly trustedProxies?: readonly string[]
  readonly logLevel?: LogLevel | 'silent'
  /** Of connections to PostgreSQL; those of `servingLimits` unless said otherwise. */
  readonly databaseLimits?: Partial<TimeLimits>
  /** Where it notes how it fares; nowhere unless said otherwise. */
  readonly measures?: Measures | undefined
  /** Parses every answer with its schema before it leaves; for tests. */
  readonly checkAnswers?: boolean
  /** The time in milliseconds; for tests that travel in it. */
  readonly clock?: () => number
}

export type Settings = IdentitySettings & PlatformSettings

const defaultSender = 'Atradius Services Online <services-online@localhost>'

/** The settings that `options` leave. */
export function settingsOf(options: PortalOptions): Settings {
  return {
    passwordPolicy: passwordPolicies[options.passwordPolicy ?? 'classic'],
    throttle: { ...throttleRules, ...options.throttle },
    recovery: options.recovery ?? { code: true, questions: true },
    offlineLeaseHours: options.offlineLeaseHours ?? defaultOfflineLeaseHours,
    mail: {
      smtpUrl: options.smtpUrl,
      from: options.mailFrom ?? defaultSender,
      folder: join(options.dataFolder, 'mail'),
    },
  }
}
