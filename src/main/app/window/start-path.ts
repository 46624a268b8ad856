import { assertNever } from '../../../shared/assert-never.ts'
import { serviceHomes, serviceToOpen, type ServiceId } from '../../../shared/services.ts'
import type { LastSession } from '../../platform/settings/settings-values.ts'

/** The page to open on, from what the last run left. The renderer goes on from there. */
export function startPath(lastSession: LastSession, service: ServiceId | null): string {
  switch (lastSession) {
    case 'ready': {
      // What is granted is known only once the session has been resumed.
      const opened = serviceToOpen(service, null)
      return opened === null ? '/' : serviceHomes[opened]
    }
    case 'enrolment':
      return '/enrolment'
    case 'locked':
      return '/locked'
    case 'returning':
    case 'signedOut':
      return '/sign-in'
    case 'none':
      return '/'
    default:
      return assertNever(lastSession)
  }
}
