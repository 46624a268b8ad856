/** The lock: what keeps others from what is shown and kept here while the person is away. */
import { z } from 'zod'
import { lockPasswordFailures } from '../../rules/lock-password.ts'
import { passwordInputSchema } from '../common.ts'
import { lockPasswordSchema, sessionViewSchema, type LockPassword } from '../identity/sessions.ts'
import { nothing, type Route } from '../route.ts'

/** After how many minutes without the keyboard and the mouse it locks by itself. */
export const idleMinutes = [5, 15, 30, 60] as const
export const idleMinutesSchema = z.literal(idleMinutes)
export type IdleMinutes = z.infer<typeof idleMinutesSchema>

/** What an administrator has set of it. */
export const lockPolicySchema = z.object({
  /** Nobody works here without it. */
  required: z.boolean(),
  longestIdleMinutes: z.number(),
  password: z.enum([...lockPasswordSchema.options, 'any']),
})
export type LockPolicy = z.infer<typeof lockPolicySchema>
/** Where nothing is managed. */
export const freeLock: LockPolicy = { required: false, longestIdleMinutes: 60, password: 'any' }

/** The times that may be chosen: at least one. */
export function idleChoices({ longestIdleMinutes }: LockPolicy): readonly IdleMinutes[] {
  return idleMinutes.filter(
    (minutes) => minutes === idleMinutes[0] || minutes <= longestIdleMinutes,
  )
}

/** The passwords that may lock it. */
export function lockPasswordChoices({ password }: LockPolicy): readonly LockPassword[] {
  return password === 'any' ? lockPasswordSchema.options : [password]
}

export const lockStateSchema = z.object({
  lock: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('off') }),
    z.object({
      kind: z.literal('on'),
      password: lockPasswordSchema,
      idleMinutes: idleMinutesSchema,
    }),
  ]),
  /** Whether it can be turned on: it locks nothing where this computer has no keychain. */
  available: z.boolean(),
  /** Only where something of it is managed. */
  policy: lockPolicySchema.exactOptional(),
})
export type LockState = z.infer<typeof lockStateSchema>

export const lockConfigurationSchema = z.discriminatedUnion('kind', [
  /** Turns it on, or gives it another password: then the present one comes with it. */
  z
    .strictObject({
      kind: z.literal('on'),
      by: lockPasswordSchema,
      password: passwordInputSchema,
      current: passwordInputSchema.nullable(),
      idleMinutes: idleMinutesSchema,
    })
    // By the rules that the form shows; the portal has its own for its passwords.
    .refine(({ by, password }) => by === 'portal' || lockPasswordFailures(password).length === 0, {
      path: ['password'],
    }),
  z.strictObject({ kind: z.literal('idle'), idleMinutes: idleMinutesSchema }),
  z.strictObject({ kind: z.literal('off'), current: passwordInputSchema }),
])
export type LockConfiguration = z.infer<typeof lockConfigurationSchema>

export const lockRoutes = {
  'lock.read': { input: nothing, output: lockStateSchema },
  /** A password of the portal's is checked there first. */
  'lock.configure': { input: lockConfigurationSchema, output: lockStateSchema },
  /** Locks now, where the lock is on. */
  'lock.lock': { input: nothing, output: sessionViewSchema },
  /** The page shows nothing any more, and what was typed on it has been sent to be kept. */
  'lock.shown': { input: nothing, output: nothing },
  'lock.unlock': {
    input: z.strictObject({ password: passwordInputSchema }),
    output: sessionViewSchema,
  },
  /**
   * Where the lock's password is forgotten, or the portal's was changed elsewhere: signs in with the
   * portal's. Where that does not open what is kept here, it stays locked, and may be given up.
   */
  'lock.signIn': {
    input: z.strictObject({ password: passwordInputSchema }),
    output: sessionViewSchema,
  },
  /** Gives up what is kept here and cannot be opened, edits that were never sent included. */
  'lock.abandon': { input: nothing, output: sessionViewSchema },
  /** Another person: what is kept of the one who locked stays locked. */
  'lock.leave': { input: nothing, output: sessionViewSchema },
  /** Asks the portal now, where only reaching it opens. */
  'lock.reach': { input: nothing, output: sessionViewSchema },
} as const satisfies Record<string, Route>
