/** Messages: the list, and which of them were read. */
import type { RouteName } from '../../../shared/contract/channels.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import { messagesList } from './servnet-resources.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type MessagesService = {
  readonly list: Handler<'servnet.messages'>
  /** Also brings it into what this computer keeps. */
  readonly read: Handler<'servnet.readMessage'>
  readonly readAll: Handler<'servnet.readAllMessages'>
}

/** The messages of who is signed in; `unauthenticated` where nobody is. */
export function createMessagesService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
}): MessagesService {
  const { client, session, resources } = options
  return {
    list: ({ cursor }) => resources.readPage(messagesList, cursor),
    async read({ id }) {
      const params = { id }
      const result = await session.authorized((token) =>
        client.call('servnetMessageRead', { token, params }),
      )
      if (!result.ok) return result
      await resources.absorbSent({ kind: 'messageRead', id })
      return success({})
    },
    async readAll(body) {
      const result = await session.authorized((token) =>
        client.call('servnetMessagesRead', { token, body }),
      )
      if (!result.ok) return result
      await resources.absorbSent({ kind: 'messagesRead', ...body })
      return success({})
    },
  }
}
