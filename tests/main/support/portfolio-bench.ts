/** Main with a portfolio that a test has at hand: starts, restarts, and what a person does there. */
import { expect } from 'vitest'
import type { Desktop } from '../../../src/main/app/notifications.ts'
import type { RouteOutput } from '../../../src/shared/contract/routes.ts'
import { startMain, type MainOptions, type TestMain } from './main.ts'
import { createMemoryKeychain } from './memory-keychain.ts'
import { marie } from './people.ts'
import { createPortfolioNetwork, type PortfolioNetwork } from './portfolio-network.ts'
import { startPortal } from './portal.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type PortfolioBench = {
  readonly network: PortfolioNetwork
  /** The app starts; as whoever was signed in once it is asked for its state. */
  readonly start: () => TestMain
  /** Signs in, and waits until all that is followed is here. */
  readonly signedIn: () => Promise<TestMain>
  /** The app starts again. */
  readonly started: () => Promise<TestMain>
  /** What the system was asked to show. */
  readonly notified: readonly Parameters<Desktop['notify']>[0][]
  /** This computer's clock, where the lock and what is due look at it. */
  readonly setNow: (now: number) => void
}

/**
 * @param now this computer's clock, in ms since 1970
 * @param person what they answer the system's boxes
 */
export async function openPortfolioBench(
  stack: AsyncDisposableStack,
  now: number,
  person: Pick<MainOptions, 'askWhereToSave' | 'openFile'> = {},
): Promise<PortfolioBench> {
  const portal = await startPortal(stack)
  const network = createPortfolioNetwork()
  const folder = temporaryFolder(stack)
  const keychain = createMemoryKeychain()
  const notified: Parameters<Desktop['notify']>[0][] = []
  let time = now

  function start(): TestMain {
    const main = startMain({
      portalUrl: portal.url,
      folder,
      keychain,
      fetch: network.fetch,
      ...person,
      // Nobody looks at the window.
      desktop: {
        notify: (one) => void notified.push(one),
        withdraw: () => undefined,
        seenPath: () => null,
      },
      now: () => time,
    })
    stack.defer(main.services.close)
    return main
  }

  return {
    network,
    notified,
    start,
    async signedIn() {
      const main = start()
      await main.ask('session.signIn', { ...marie, staySignedIn: true })
      await settled(main)
      return main
    },
    async started() {
      const main = start()
      await main.ask('app.state', {})
      return main
    },
    setNow(next) {
      time = next
    },
  }
}

async function settled(main: TestMain): Promise<void> {
  await expect.poll(async () => (await main.ask('status.read', {})).syncedAt).not.toBeNull()
  await expect.poll(async () => (await main.ask('status.read', {})).syncing).toBe(false)
}

/** The portal's changes are followed now. */
export async function followed(main: TestMain): Promise<void> {
  await main.ask('status.check', {})
  await settled(main)
}

/** A window of buyers. */
export async function buyersOf(
  main: TestMain,
  filters: object = {},
  offset = 0,
  limit = 200,
): Promise<RouteOutput<'credit.buyers'>['window']> {
  return (await main.ask('credit.buyers', { filters, offset, limit })).window
}
