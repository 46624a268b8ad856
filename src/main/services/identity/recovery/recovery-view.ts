import { assertNever } from '../../../../shared/assert-never.ts'
import type { RecoveryView } from '../../../../shared/contract/identity/recovery-view.ts'
import type { Recovery } from '../../../../shared/contract/identity/recoveries.ts'
import { secondsUntil } from '../time-left.ts'

/**
 * The portal's flow as the person may see it: without the id, which opens it to whoever knows it.
 * @param now the time by the portal's clock, in ms since 1970
 */
export function recoveryViewOf(username: string, flow: Recovery, now: number): RecoveryView {
  switch (flow.state) {
    case 'answers':
      return {
        step: 'answers',
        username,
        questions: flow.questions,
        codeRequired: flow.codeRequired,
        codeFormat: flow.codeFormat,
        codeExpiresIn: flow.codeExpiresAt === null ? null : secondsUntil(flow.codeExpiresAt, now),
        codeAgainIn: flow.nextCodeAt === null ? null : secondsUntil(flow.nextCodeAt, now),
        attemptsLeft: flow.attemptsLeft,
        expiresIn: secondsUntil(flow.expiresAt, now),
      }
    case 'password':
      return { step: 'password', username, expiresIn: secondsUntil(flow.expiresAt, now) }
    case 'done':
      return { step: 'done', username }
    default:
      return assertNever(flow)
  }
}
