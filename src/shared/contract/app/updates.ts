/** Updates of the app itself: how things stand, and what a person can do about it. */
import { z } from 'zod'
import { timestampSchema } from '../common.ts'
import { appErrorSchema } from '../result.ts'
import { nothing, type Route } from '../route.ts'

/** As semantic versioning writes it, e.g. `0.2.0`. */
export const versionSchema = z
  .string()
  .max(64)
  .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/)

/** What is new, a plain line each, in the person's language. */
export const releaseNotesSchema = z.array(z.string().max(500)).max(20)

/**
 * Why nothing is asked for: the policy of this computer says so, the app is not a packaged one, no
 * feed is known, or what was installed cannot tell who publishes updates.
 */
export const updatesOffReasons = ['policy', 'development', 'noFeed', 'unverifiable'] as const

/** What can be done once more after a failure. */
export const updateSteps = ['check', 'download', 'install'] as const
export type UpdateStep = (typeof updateSteps)[number]

const release = { version: versionSchema, notes: releaseNotesSchema }

export const updatesStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off'), why: z.enum(updatesOffReasons) }),
  /** The app cannot replace itself without an administrator's rights: they bring updates. */
  z.object({ kind: z.literal('managed') }),
  /** Nothing is newer; null where the feed was not asked yet in this run. */
  z.object({ kind: z.literal('upToDate'), checkedAt: timestampSchema.nullable() }),
  z.object({ kind: z.literal('checking') }),
  /** Found, and not fetched before the person says so. */
  z.object({ kind: z.literal('available'), ...release }),
  z.object({
    kind: z.literal('downloading'),
    ...release,
    percent: z.number().int().min(0).max(100),
  }),
  /** Fetched and verified: installed when the person says so, or when the app is quit. */
  z.object({ kind: z.literal('ready'), ...release }),
  /** The app is closing, and the new version opens by itself. */
  z.object({ kind: z.literal('installing'), version: versionSchema }),
  z.object({
    kind: z.literal('failed'),
    error: appErrorSchema,
    /** Of what failed; null where none was found yet. */
    version: versionSchema.nullable(),
    /** Null where only the Helpdesk or an administrator can go on. */
    retry: z.enum(updateSteps).nullable(),
  }),
])
export type UpdatesState = z.infer<typeof updatesStateSchema>
export type UpdatesOffReason = (typeof updatesOffReasons)[number]

export const updatesRoutes = {
  'updates.read': { input: nothing, output: updatesStateSchema },
  /** Asks the feed now; answers when that is known. */
  'updates.check': { input: nothing, output: updatesStateSchema },
  /** Begins to fetch what is available; answers at once. */
  'updates.download': { input: nothing, output: updatesStateSchema },
  /**
   * Closes the app and installs what is ready. Refused while an edit is being sent, and where the page
   * says that something typed on it is not kept.
   */
  'updates.install': {
    input: z.strictObject({ unsaved: z.boolean() }),
    output: updatesStateSchema,
  },
} as const satisfies Record<string, Route>
