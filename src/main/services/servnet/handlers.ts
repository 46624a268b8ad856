/** What each call about Serv@Net does. */
import type { servnetRoutes } from '../../../shared/contract/servnet/routes.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { HomeService } from './home-service.ts'

/** The handlers of Serv@Net. */
export function createServnetHandlers(home: HomeService): HandlersOf<keyof typeof servnetRoutes> {
  return { 'servnet.home': home.read }
}
