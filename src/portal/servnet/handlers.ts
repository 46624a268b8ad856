/** Which code serves which endpoint of Serv@Net. */
import type { servnetEndpoints } from '../../shared/contract/servnet/endpoints.ts'
import type { HandlersOf } from '../identity/handler.ts'
import type { PlatformContext } from '../platform/context.ts'
import { createReadHome } from './home.ts'

/** The handlers of Serv@Net. */
export function createServnetHandlers(
  context: PlatformContext,
): HandlersOf<typeof servnetEndpoints> {
  const readHome = createReadHome(context)
  return { servnetHome: ({ principal }) => readHome(principal) }
}
