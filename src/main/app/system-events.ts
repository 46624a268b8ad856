/** What the system, and other starts of the app, ask for. */
import pTimeout from 'p-timeout'
import type { Services } from './services.ts'

type Preventable = { readonly preventDefault: () => void }

/** Of Electron's `app`, what this needs. */
type SystemApp = {
  on(name: 'second-instance', listener: (event: unknown, args: string[]) => void): unknown
  on(name: 'open-url', listener: (event: Preventable, url: string) => void): unknown
  on(name: 'activate' | 'window-all-closed', listener: () => void): unknown
  on(name: 'will-quit', listener: (event: Preventable) => void): unknown
  isReady(): boolean
  quit(): void
  exit(code: number): void
}

export type SystemServices = Pick<Services, 'startedAgain' | 'follow' | 'close' | 'updates'>

/** Quitting waits for what is on its way to the portal and the disk, but not for ever. */
const farewellMs = 3_000
/** An installer of some 100 MB is verified once more before it runs. */
const installMs = 30_000

/** Call before the app is ready: macOS hands over the link that it was started with that early. */
export function listenToSystem(
  app: SystemApp,
  platform: NodeJS.Platform,
  loaded: Promise<SystemServices>,
  toFront: () => void,
): void {
  /** No window can open before the app is ready, and macOS activates it earlier than that. */
  const toFrontOnceReady = () => {
    if (app.isReady()) toFront()
  }
  app.on('second-instance', (_event, args) => {
    toFrontOnceReady()
    void loaded.then(({ startedAgain }) => startedAgain(args))
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    toFrontOnceReady()
    void loaded.then(({ follow }) => follow(url))
  })
  app.on('activate', toFrontOnceReady)
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void end().finally(() => app.exit(0))
  })

  async function end(): Promise<void> {
    const services = await pTimeout(loaded, { milliseconds: farewellMs, fallback: () => null })
    if (services === null) return
    const closed = await pTimeout(
      services.close().then(() => true),
      { milliseconds: farewellMs, fallback: () => false },
    )
    // Something may still be on its way to the portal or the disk: the update waits for another time.
    if (closed)
      await pTimeout(services.updates.installAtEnd(), { milliseconds: installMs, message: false })
  }
}
