import { assertNever } from '../../../shared/assert-never.ts'
import type { ServiceId } from '../../../shared/services.ts'
import type { LastSession } from '../../platform/settings/settings-values.ts'

/** The page to open on, from what the last run left. The renderer goes on from there. */
export function startPath(lastSession: LastSession, service: ServiceId | null): string {
  switch (lastSession) {
    case 'ready':
      return service === 'insights' ? '/insights' : '/servnet'
    case 'enrolment':
      return '/enrolment'
    case 'returning':
    case 'signedOut':
      return '/sign-in'
    case 'none':
      return '/'
    default:
      return assertNever(lastSession)
  }
}
