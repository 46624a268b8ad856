/** Messages: the list, and which of them were read. */
import type { RouteName } from '../../../shared/contract/channels.ts'
import { pageOf } from '../../../shared/contract/common.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { servnetMessageSchema } from '../../../shared/contract/servnet/messages.ts'
import { homeWithRead, withRead, type ReadMessages } from '../../../shared/servnet/marks.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'
import { createKeptList, type KeptAnswer } from './kept-answer.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type MessagesService = {
  /** A page; the first is kept for when the portal is away. */
  readonly list: Handler<'servnet.messages'>
  /** Also brings it into what this computer keeps. */
  readonly read: Handler<'servnet.readMessage'>
  readonly readAll: Handler<'servnet.readAllMessages'>
}

/** @param options.keptHome the first page, on which a message that was read shows too */
export function createMessagesService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly keptHome: KeptAnswer<ServnetHome>
}): MessagesService {
  const { client, session, keptHome } = options
  const { firstPage, list } = createKeptList({
    ...options,
    name: 'messages',
    page: pageOf(servnetMessageSchema),
    askFirst: (token, version) => client.callIfChanged('servnetMessages', { token, ...version }),
    askAt: (token, cursor) => client.call('servnetMessages', { token, query: { cursor } }),
  })

  async function keepRead(which: ReadMessages): Promise<void> {
    await Promise.all([
      firstPage.revise((page) => ({ ...page, items: withRead(page.items, which) })),
      keptHome.revise((home) => homeWithRead(home, which)),
    ])
  }

  return {
    list,
    async read({ id }) {
      const params = { id }
      const result = await session.authorized((token) =>
        client.call('servnetMessageRead', { token, params }),
      )
      if (!result.ok) return result
      await keepRead({ id })
      return success({})
    },
    async readAll(body) {
      const result = await session.authorized((token) =>
        client.call('servnetMessagesRead', { token, body }),
      )
      if (!result.ok) return result
      await keepRead(body)
      return success({})
    },
  }
}
