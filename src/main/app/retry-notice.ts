/** "Réessayer" on a notice: what failed on this computer is tried again, and what came of it said. */
import { assertNever } from '../../shared/assert-never.ts'
import type { RetryableNotice } from '../../shared/contract/retryable-notices.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../shared/contract/routes.ts'
import type { Notices } from '../platform/notices.ts'
import type { Store } from '../store/store.ts'
import type { Keychain } from '../platform/secrets/keychain.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Settings } from '../platform/settings/settings.ts'

export type RetryNotice = (
  input: ParsedInput<'app.retryNotice'>,
) => Promise<Result<RouteOutput<'app.retryNotice'>>>

const ofTheDisk = ['disk_full', 'storage_failed'] as const

/** The handler of `app.retryNotice`; what is still in the way is its failure. */
export function createRetryNotice(options: {
  readonly keychain: Keychain
  readonly store: Store
  readonly settings: Settings
  readonly session: SessionService
  readonly notices: Notices
}): RetryNotice {
  const { keychain, store, settings, session, notices } = options

  /** What is in the way still; null where all is well. */
  async function troubleOf(code: RetryableNotice): Promise<RetryableNotice | null> {
    switch (code) {
      case 'keychain_absent':
      case 'keychain_locked':
      case 'keychain_refused':
        return keychain.retry()
      case 'disk_full':
      case 'storage_failed': {
        for (const one of ofTheDisk) notices.withdraw(one)
        await Promise.all([store.persist(), settings.update({})])
        const present = notices.present()
        return ofTheDisk.find((one) => present.some((notice) => notice.code === one)) ?? null
      }
      default:
        return assertNever(code)
    }
  }

  return async function retryNotice({ code }) {
    const trouble = await troubleOf(code)
    if (trouble !== null) return failure({ code: trouble })
    const sessionKept = await session.keepAgain()
    // What lived in memory while there was no key to seal it with.
    await store.persist()
    return success({ session: session.view(), sessionKept })
  }
}
