/** The real reference portal over HTTP, on a free port, with a clock that tests may move. */
import { createPortal } from '../../../src/portal/portal.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type TestPortal = {
  readonly url: string
  /** Moves the portal's clock ahead. */
  readonly later: (ms: number) => void
  readonly close: () => Promise<void>
}

export async function startPortal(stack: AsyncDisposableStack): Promise<TestPortal> {
  let ahead = 0
  const portal = await createPortal({
    dataFolder: temporaryFolder(stack),
    demo: true,
    logLevel: 'silent',
    clock: () => Date.now() + ahead,
  })
  const url = await portal.listen()
  const closed = { done: false }
  const close = async () => {
    if (closed.done) return
    closed.done = true
    await portal.close()
  }
  stack.defer(close)
  return {
    url,
    later: (ms) => {
      ahead += ms
    },
    close,
  }
}
