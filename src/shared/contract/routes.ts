/**
 * The IPC contract: every call the renderer can make, `namespace.action`, with what it takes and
 * what it answers. Main parses the input on its way in and the output on its way out, so a value
 * that is not described here (a token, say) cannot leave main even by mistake.
 */
import { z } from 'zod'
import { menuCommandSchema, appRoutes, pageAddressSchema } from './app/routes.ts'
import { updatesRoutes, updatesStateSchema } from './app/updates.ts'
import { proxyQuestionSchema } from './app/proxy.ts'
import type { EventName, RouteName } from './channels.ts'
import { serviceIdSchema } from './common.ts'
import { collectnetRoutes } from './collectnet/routes.ts'
import { creditRoutes } from './credit/routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { sessionViewSchema } from './identity/sessions.ts'
import { noticeCodeSchema, noticeSchema } from './notices.ts'
import { insightsRoutes } from './insights/routes.ts'
import { lockRoutes } from './offline/lock.ts'
import { outboxViewSchema } from './offline/outbox.ts'
import { offlineRoutes } from './offline/routes.ts'
import { portalStatusSchema } from './offline/status.ts'
import { paletteRoutes } from './palette/routes.ts'
import { partnersRoutes } from './partners/routes.ts'
import type { Route } from './route.ts'
import { servnetRoutes } from './servnet/routes.ts'
import type { Result } from './result.ts'

export const routes = {
  ...appRoutes,
  ...identityRoutes,
  ...servnetRoutes,
  ...creditRoutes,
  ...paletteRoutes,
  ...insightsRoutes,
  ...collectnetRoutes,
  ...partnersRoutes,
  ...offlineRoutes,
  ...lockRoutes,
  ...updatesRoutes,
} as const satisfies Record<RouteName, Route>

export type AppState = RouteOutput<'app.state'>
export type RouteInput<Name extends RouteName> = z.input<(typeof routes)[Name]['input']>
export type ParsedInput<Name extends RouteName> = z.output<(typeof routes)[Name]['input']>
export type RouteOutput<Name extends RouteName> = z.output<(typeof routes)[Name]['output']>

/** What main may tell the renderer unasked. */
export const events = {
  'session.changed': sessionViewSchema,
  'notice.raised': noticeSchema,
  'notice.withdrawn': z.object({ code: noticeCodeSchema }),
  /** `service`: whose page it is; null for those that all of them share. */
  'page.requested': z.object({ address: pageAddressSchema, service: serviceIdSchema.nullable() }),
  'menu.chosen': menuCommandSchema,
  'proxy.asked': z.object({ question: proxyQuestionSchema.nullable() }),
  'status.changed': portalStatusSchema,
  'outbox.changed': outboxViewSchema,
  /** What is kept under these names is another than before: a page that shows it asks again. */
  'resource.changed': z.object({ resources: z.array(z.string().max(64)) }),
  'updates.changed': updatesStateSchema,
} as const satisfies Record<EventName, z.ZodType>
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>

export type PortalBridge = {
  /** Calls main. Never rejects: every failure is a `Result` with a code. */
  readonly call: <Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
  ) => Promise<Result<RouteOutput<Name>>>
  /** Listens to main; the answer ends the listening. */
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (payload: EventPayload<Name>) => void,
  ) => () => void
}
