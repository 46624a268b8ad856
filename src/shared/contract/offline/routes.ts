/** Working without a network: the status, and what waits to be sent. */
import { z } from 'zod'
import { idSchema } from '../common.ts'
import { exportOutcomeSchema } from '../identity/profile-view.ts'
import { nothing, type Route } from '../route.ts'
import { outboxViewSchema } from './outbox.ts'
import { portalStatusSchema } from './status.ts'

export const offlineRoutes = {
  'status.read': { input: nothing, output: portalStatusSchema },
  /** Asks the portal now, and brings what is kept up to date; answers when that is known. */
  'status.check': { input: nothing, output: portalStatusSchema },

  'outbox.read': { input: nothing, output: outboxViewSchema },
  /** Tries what waits without waiting for its time, and what was refused once more. */
  'outbox.sendNow': { input: nothing, output: outboxViewSchema },
  'outbox.discard': { input: z.strictObject({ id: idSchema }), output: outboxViewSchema },
  /** Sends a `conflict` again: of the fields in `theirs` the portal's values stay. */
  'outbox.resolve': {
    input: z.strictObject({ id: idSchema, theirs: z.array(z.string().max(64)).max(50) }),
    output: outboxViewSchema,
  },
  /** What waits, as a file that the person keeps. */
  'outbox.export': { input: nothing, output: exportOutcomeSchema },
} as const satisfies Record<string, Route>
