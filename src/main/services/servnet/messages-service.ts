/** Messages: the list, and which of them were read. */
import type { RouteName } from '../../../shared/contract/channels.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { Resources } from '../../resources/resources.ts'
import { messagesList } from './servnet-resources.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type MessagesService = {
  readonly list: Handler<'servnet.messages'>
  /** Kept on this computer, and sent by itself. */
  readonly read: Handler<'servnet.readMessage'>
  readonly readAll: Handler<'servnet.readAllMessages'>
}

/** The messages of who is signed in; `unauthenticated` where nobody is. */
export function createMessagesService(options: {
  readonly resources: Resources
  readonly outbox: Outbox
}): MessagesService {
  const { resources, outbox } = options
  return {
    list: ({ cursor }) => resources.readPage(messagesList, cursor),
    async read({ id }) {
      const message = await resources.findRow(messagesList, id)
      const subject = message?.item.title ?? null
      const result = await outbox.add({ kind: 'messageRead', id }, subject)
      return result.ok ? success({}) : result
    },
    async readAll({ publishedUntil }) {
      const result = await outbox.add({ kind: 'messagesRead', publishedUntil }, null)
      return result.ok ? success({}) : result
    },
  }
}
