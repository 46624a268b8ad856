/** `window.portal`: all that the renderer has of the outside world. */
import type { EventName, RouteName } from './channels.ts'
import type { Result } from './result.ts'
import type { EventPayload, RouteInput, RouteOutput } from './routes.ts'

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
