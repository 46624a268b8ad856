/** A computer, a portal and a mailbox: what a forgotten password takes. */
import { expect } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import { codeIn, openMailbox } from '../../support/mailbox.ts'
import { startMain, type TestMain } from './main.ts'
import { createMemoryKeychain, type MemoryKeychain } from './memory-keychain.ts'
import { mariesAnswers, mariesEmail } from './people.ts'
import { startPortal, type TestPortal } from './portal.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type Recovering = {
  readonly portal: TestPortal
  readonly folder: string
  readonly keychain: MemoryKeychain
  /** Starts the app; again is after a restart. */
  readonly start: (fetch?: Fetch) => TestMain
  /** The code of the latest message to Marie, once `count` of them have come. */
  readonly code: (count?: number) => Promise<string>
  /** Everything that Marie is asked for. */
  readonly proof: (
    count?: number,
  ) => Promise<{ readonly code: string; readonly answers: typeof mariesAnswers }>
}

export async function openRecovering(
  stack: AsyncDisposableStack,
  options: Pick<PortalOptions, 'recovery'> = {},
): Promise<Recovering> {
  const mailbox = await openMailbox()
  stack.defer(mailbox.close)
  const portal = await startPortal(stack, { ...options, smtpUrl: mailbox.url })
  const folder = temporaryFolder(stack)
  const keychain = createMemoryKeychain()

  async function code(count = 1): Promise<string> {
    await mailbox.waitFor(() => mailbox.received.length >= count)
    const received = mailbox.received.at(-1)
    expect(received?.to).toBe(mariesEmail)
    return received === undefined ? '' : codeIn(received)
  }
  return {
    portal,
    folder,
    keychain,
    start: (fetch) =>
      startMain({ portalUrl: portal.url, folder, keychain, ...(fetch && { fetch }) }),
    code,
    proof: async (count) => ({ code: await code(count), answers: mariesAnswers }),
  }
}
