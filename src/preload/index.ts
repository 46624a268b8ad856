/** The bridge. It checks names only: main parses what is passed, in both directions. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type {
  PortalBridge,
  EventPayload,
  RouteInput,
  RouteOutput,
} from '../shared/contract/routes.ts'
import {
  eventChannel,
  eventNames,
  invokeChannel,
  routeNames,
  type EventName,
  type RouteName,
} from '../shared/contract/channels.ts'
import type { Result } from '../shared/contract/result.ts'

/** What main answers has passed the route's schema there. */
type Invoke = <Name extends RouteName>(
  channel: string,
  name: Name,
  input: RouteInput<Name>,
) => Promise<Result<RouteOutput<Name>>>
const invoke: Invoke = ipcRenderer.invoke.bind(ipcRenderer)

const bridge = {
  call: async (name, input) =>
    routeNames.includes(name)
      ? invoke(invokeChannel, name, input)
      : { ok: false, error: { code: 'not_found' } },
  on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => {
    if (!eventNames.includes(name)) return () => undefined
    const receive = (_event: IpcRendererEvent, raised: unknown, payload: EventPayload<Name>) => {
      if (raised === name) listener(payload)
    }
    ipcRenderer.on(eventChannel, receive)
    return () => {
      ipcRenderer.off(eventChannel, receive)
    }
  },
} satisfies PortalBridge

contextBridge.exposeInMainWorld('portal', bridge)
