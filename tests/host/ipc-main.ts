/** `ipcMain`: handlers by channel, and the frame that calls them. */
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron'

/** The part of a frame that a sender check looks at. */
export type HostFrame = Pick<WebFrameMain, 'url' | 'name' | 'detached'> & {
  readonly parent: null
}
export type HostInvokeEvent = Pick<IpcMainInvokeEvent, 'type'> & {
  /** Null when it is read after the frame has gone on to another document. */
  readonly senderFrame: HostFrame | null
}
type Handler = (event: HostInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

class HostIpcMain {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain: Pick<IpcMain, 'removeHandler'> & {
  handle: (channel: string, handler: Handler) => void
} = new HostIpcMain()

/** Calls main as a page would; rejects like `ipcRenderer.invoke`. */
export async function invokeMain(
  channel: string,
  args: unknown[],
  sender: () => HostFrame | null,
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const event: HostInvokeEvent = {
    type: 'frame',
    get senderFrame() {
      return sender()
    },
  }
  return handler(event, ...args)
}
