/** `/v1/sessions`: signing in, staying signed in, signing out. */
import { z } from 'zod'
import { tidyName } from '../../rules/typed-text.ts'
import {
  alone,
  displayNameSchema,
  idSchema,
  isPlainText,
  languageSchema,
  longestTypedLine,
  passwordInputSchema,
  servicesSchema,
  timestampSchema,
  usernameSchema,
} from '../common.ts'

export const deviceSchema = z.object({
  name: z
    .string()
    .max(longestTypedLine, alone)
    .overwrite(tidyName)
    .min(1)
    .max(80, alone)
    .refine(isPlainText),
  platform: z.enum(['windows', 'macos', 'linux', 'other']),
})
export type Device = z.infer<typeof deviceSchema>

/**
 * Random, in base64url, and always the same for an installation of a client: by it a device is known
 * again, whatever it is called. The portal keeps an HMAC of it for each account, and never tells it.
 */
export const deviceSecretSchema = z
  .string()
  .max(128, alone)
  .regex(/^[\w-]{43,128}$/)

export const sessionCreateRequestSchema = z.object({
  username: usernameSchema,
  password: passwordInputSchema,
  device: deviceSchema.extend({ secret: deviceSecretSchema.optional() }),
})

/** Why a new password comes before everything else: it has expired, or Atradius has asked for one. */
export const passwordDueSchema = z.enum(['expired', 'requested'])
export type PasswordDue = z.infer<typeof passwordDueSchema>

/** Who is signed in, as far as a client's frame needs to know. */
export const sessionUserSchema = z.object({
  username: usernameSchema,
  /** First and last name once enrolled; before that nobody knows them. */
  displayName: displayNameSchema.nullable(),
  language: languageSchema,
  services: servicesSchema,
  /** Only where `next` is `password_change`. */
  passwordDue: passwordDueSchema.optional(),
})
export type SessionUser = z.infer<typeof sessionUserSchema>

/** What must happen before the session opens everything. */
export const sessionNextSchema = z.enum(['ready', 'enrolment', 'password_change'])
export type SessionNext = z.infer<typeof sessionNextSchema>

/** 256 random bits in base64url; opaque, and stored only as a hash. */
const tokenSchema = z.string().min(43).max(256)

export const sessionSchema = z.object({
  sessionId: idSchema,
  accessToken: tokenSchema,
  accessTokenExpiresAt: timestampSchema,
  refreshToken: tokenSchema,
  next: sessionNextSchema,
  user: sessionUserSchema,
})
export type Session = z.infer<typeof sessionSchema>

export const sessionRefreshRequestSchema = z.object({ refreshToken: tokenSchema })

export const sessionListItemSchema = z.object({
  id: idSchema,
  device: deviceSchema,
  createdAt: timestampSchema,
  lastUsedAt: timestampSchema,
  current: z.boolean(),
})

export const sessionParamsSchema = z.object({ id: idSchema })

export const reauthenticateRequestSchema = z.object({ password: passwordInputSchema })
/** Until when what is delicate (questions, e-mail, sessions) is open. */
export const reauthenticationSchema = z.object({ until: timestampSchema })

export const endedSessionsSchema = z.object({ ended: z.number().int().nonnegative() })

export const signedOutReasonSchema = z.enum(['none', 'signed_out', 'session_ended'])

/**
 * `lock`: by the person, by idle minutes, by the system, or from the start; a password opens it.
 * `lease`: the portal was not reached for longer than it allows. `clock`: this computer's clock was
 * set back. The last two end by themselves once the portal is reached.
 */
export const lockReasonSchema = z.enum(['lock', 'lease', 'clock'])
export type LockReason = z.infer<typeof lockReasonSchema>

/** What opens a lock: a password for this computer alone, or the one of the portal. */
export const lockPasswordSchema = z.enum(['own', 'portal'])
export type LockPassword = z.infer<typeof lockPasswordSchema>

/** Of who works here, what the lock shows. */
export const lockedUserSchema = sessionUserSchema.pick({
  username: true,
  displayName: true,
  language: true,
})

export const sessionViewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signedOut'),
    /** Filled in again for whoever comes back; null on a fresh machine. */
    username: z.string().nullable(),
    reason: signedOutReasonSchema,
  }),
  z.object({ kind: z.literal('enrolment'), user: sessionUserSchema }),
  z.object({ kind: z.literal('passwordChange'), user: sessionUserSchema }),
  /** The lock of this computer's app has first to be set, as their organisation demands. */
  z.object({ kind: z.literal('lockSetup'), user: sessionUserSchema }),
  z.object({ kind: z.literal('ready'), user: sessionUserSchema }),
  /** Somebody works here, and nothing of theirs is shown: no more of them than the lock needs. */
  z.object({
    kind: z.literal('locked'),
    user: lockedUserSchema,
    reason: lockReasonSchema,
    /**
     * What opens it; null where it opens by itself. `former`: the portal's password of before it was
     * changed elsewhere; the new one takes its place from then on.
     */
    password: z.enum([...lockPasswordSchema.options, 'former']).nullable(),
    /** Whether the portal knows who is here, so that what cannot be opened may be given up. */
    signedIn: z.boolean(),
    /** Until when no try counts, after too many; by this computer's clock. */
    waitsUntil: timestampSchema.nullable(),
    /** How many edits wait here to be sent. */
    waiting: z.number().int().nonnegative(),
  }),
])
export type SessionView = z.infer<typeof sessionViewSchema>
export type LockedView = Extract<SessionView, { kind: 'locked' }>
