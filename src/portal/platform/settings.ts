/** What can be set about a portal, and what it is where nobody sets it. */
import { join } from 'node:path'
import type { PasswordPolicy } from '../../shared/contract/identity/password-policy.ts'
import { throttlePolicies, type ThrottlePolicies } from '../identity/waits/throttle-policies.ts'

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
  /** What the database's secrets are made with; else a file in the folder, made with the database. */
  readonly pepper?: string | undefined
  readonly passwordPolicy?: PasswordPolicy['name']
  readonly throttle?: Partial<ThrottlePolicies>
  /** What a recovery asks for besides the username; both unless said otherwise. */
  readonly recovery?: RecoveryFactors
  /** A mail server (`smtp://…`); else messages land as `.eml` in the folder's `mail/`. */
  readonly smtpUrl?: string | undefined
  /** The sender of messages. */
  readonly mailFrom?: string | undefined
  /**
   * Addresses or networks (`10.0.0.0/8`) of the proxies in front; none by default. The client is
   * whom they name last in `X-Forwarded-For`: what stands before that, anyone can write.
   */
  readonly trustedProxies?: readonly string[]
  readonly logLevel?: 'debug' | 'info' | 'silent'
  /** Parses every answer with its schema before it leaves; for tests. */
  readonly checkAnswers?: boolean
  /** The time in milliseconds; for tests that travel in it. */
  readonly clock?: () => number
}

/** At least one of them is true. */
export type RecoveryFactors = { readonly code: boolean; readonly questions: boolean }

const minute = 60_000
const day = 24 * 60 * minute

/** Durations in milliseconds. */
export const lifetimes = {
  accessToken: 10 * minute,
  /** How long an access token that has expired is told from an unknown one, where there is a later one. */
  replacedToken: 60 * minute,
  /** Slides: each refresh starts it anew. */
  session: 30 * day,
  initialPassword: 14 * day,
  /** After the password was entered again. */
  reauthentication: 5 * minute,
  recovery: 30 * minute,
  /** A code that a recovery sent. */
  recoveryCode: 10 * minute,
  /** An address that waits for its code, and the code: it may be read on another day. */
  emailChange: 7 * day,
  emailChangeCode: day,
  /** Before another code is sent. */
  betweenCodes: minute,
  betweenRehearsals: 90 * day,
  /** How long what has ended is kept, so that a reused token is recognised. */
  endedSession: 30 * day,
} as const

export const passwordPolicies = {
  classic: {
    name: 'classic',
    minLength: 12,
    maxLength: 256,
    fourClasses: true,
    forbidPersonalData: true,
    forbidCommon: true,
    history: 5,
    expiresAfterDays: 180,
  },
  modern: {
    name: 'modern',
    minLength: 15,
    maxLength: 256,
    fourClasses: false,
    forbidPersonalData: true,
    forbidCommon: true,
    history: 5,
    expiresAfterDays: null,
  },
} as const satisfies Record<PasswordPolicy['name'], PasswordPolicy>

export type Settings = {
  readonly passwordPolicy: PasswordPolicy
  readonly throttle: ThrottlePolicies
  readonly recovery: RecoveryFactors
  readonly mail: {
    readonly smtpUrl: string | undefined
    readonly from: string
    /** Where messages land without a mail server. */
    readonly folder: string
  }
}

const defaultSender = 'Atradius Services Online <services-online@localhost>'

/** The settings that `options` leave. */
export function settingsOf(options: PortalOptions): Settings {
  return {
    passwordPolicy: passwordPolicies[options.passwordPolicy ?? 'classic'],
    throttle: { ...throttlePolicies, ...options.throttle },
    recovery: options.recovery ?? { code: true, questions: true },
    mail: {
      smtpUrl: options.smtpUrl,
      from: options.mailFrom ?? defaultSender,
      folder: join(options.dataFolder, 'mail'),
    },
  }
}
