/** Password, questions, sessions and events of the person who is signed in. */
import { success, type Result } from '../../shared/ipc/result.ts'
import type { RouteName } from '../../shared/ipc/channels.ts'
import type { ParsedInput, RouteOutput } from '../../shared/ipc/routes.ts'
import type { Language } from '../../shared/portal/common.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { SessionService } from '../session/session-service.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type SecurityService = {
  readonly reauthenticate: Handler<'security.reauthenticate'>
  /** The session then opens everything again, where the password had to be changed. */
  readonly changePassword: Handler<'security.changePassword'>
  readonly questions: Handler<'security.questions'>
  readonly saveQuestions: Handler<'security.saveQuestions'>
  readonly rehearse: Handler<'security.rehearse'>
  readonly sessions: Handler<'security.sessions'>
  readonly endSession: Handler<'security.endSession'>
  readonly endOtherSessions: Handler<'security.endOtherSessions'>
  readonly events: Handler<'security.events'>
}

export function createSecurityService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  /** The app's present language: the questions' texts come in it. */
  readonly language: () => Language
}): SecurityService {
  const { client, session, language } = options
  const { authorized } = session

  return {
    async reauthenticate(body) {
      const result = await authorized((token) => client.call('reauthenticate', { token, body }))
      return result.ok ? success({}) : result
    },
    async changePassword(body) {
      const result = await authorized((token) => client.call('passwordChange', { token, body }))
      if (!result.ok) return result
      // Where this fails the password is changed all the same; the next renewal brings the rest.
      await session.refresh()
      return success({ session: session.view(), endedSessions: result.data.endedSessions })
    },
    questions: () =>
      authorized((token) =>
        client.call('chosenQuestions', { token, query: { language: language() } }),
      ),
    saveQuestions: (body) =>
      authorized((token) =>
        client.call('chosenQuestionsReplace', { token, body, query: { language: language() } }),
      ),
    rehearse: (body) => authorized((token) => client.call('rehearsal', { token, body })),
    sessions: ({ cursor }) =>
      authorized((token) => client.call('sessionList', { token, query: pageFrom(cursor) })),
    async endSession(params) {
      const result = await authorized((token) => client.call('sessionEnd', { token, params }))
      return result.ok ? success({}) : result
    },
    endOtherSessions: () => authorized((token) => client.call('sessionEndOthers', { token })),
    events: ({ cursor }) =>
      authorized((token) => client.call('securityEvents', { token, query: pageFrom(cursor) })),
  }
}

function pageFrom(cursor: string | null): { readonly cursor?: string } {
  return cursor === null ? {} : { cursor }
}
