/** Password, questions, sessions and events of the person who is signed in. */
import type { RouteName } from '../../../../shared/contract/channels.ts'
import { success, type AppError, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import { sessionListItemSchema } from '../../../../shared/contract/identity/sessions.ts'
import type { Language } from '../../../../shared/languages.ts'
import { isPortalUnavailable } from '../../../portal-client/outage.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import type { Row } from '../../../store/lists.ts'
import type { Resources } from '../../../resources/resources.ts'
import { meResource } from '../profile/profile-resources.ts'
import { forUser, refreshOf } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'

import { eventsList, sessionsList } from '../profile/security-lists.ts'

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

/** What keeps the account of who is signed in safe; `unauthenticated` where nobody is. */
export function createSecurityService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
  /** The app's present language: the questions' texts come in it. */
  readonly language: () => Language
  /** Somebody's password is another from now on: what it locks follows. */
  readonly onPasswordChanged: (owner: string, password: string) => Promise<void>
}): SecurityService {
  const { client, session, resources, language, onPasswordChanged } = options
  const { authorized } = session
  /** Whose last change of the password failed so that the portal may have done it. */
  let answerLostOf: string | null = null

  /** Then the password that is refused as the current one is the former one, and the new one holds. */
  async function changedEarlier(
    owner: string,
    error: AppError,
    password: string,
  ): Promise<boolean> {
    if (answerLostOf !== owner || error.code !== 'invalid_credentials') return false
    const body = { password }
    const result = await authorized((token) => client.call('reauthenticate', { token, body }))
    return result.ok
  }

  return {
    async reauthenticate(body) {
      const result = await authorized((token) => client.call('reauthenticate', { token, body }))
      return result.ok ? success({}) : result
    },
    changePassword: (body) =>
      forUser(session, async (owner) => {
        const result = await authorized((token) => client.call('passwordChange', { token, body }))
        if (!result.ok && !(await changedEarlier(owner, result.error, body.newPassword))) {
          answerLostOf = isPortalUnavailable(result.error) ? owner : null
          return result
        }
        answerLostOf = null
        await onPasswordChanged(owner, body.newPassword)
        // A session that waited for it opens everything now. Where asking fails, the password is
        // changed all the same; the next renewal brings the rest.
        if (session.view().kind === 'passwordChange') await refreshOf(session, owner)
        if (result.ok) {
          const { passwordExpiresAt } = result.data
          await resources.revise(meResource, {}, (me) => ({ ...me, passwordExpiresAt }))
        }
        await resources.refresh([meResource, sessionsList, eventsList])
        const endedSessions = result.ok ? result.data.endedSessions : 0
        return success({ session: session.view(), endedSessions })
      }),
    // Open only after the password was entered again: kept nowhere, and asked for each time.
    questions: () =>
      authorized((token) =>
        client.call('chosenQuestions', { token, query: { language: language() } }),
      ),
    async saveQuestions(body) {
      const query = { language: language() }
      const result = await authorized((token) =>
        client.call('chosenQuestionsReplace', { token, body, query }),
      )
      if (result.ok) await resources.refresh([meResource, eventsList])
      return result
    },
    async rehearse(body) {
      const result = await authorized((token) => client.call('rehearsal', { token, body }))
      if (result.ok) await resources.refresh([meResource, eventsList])
      return result
    },
    sessions: ({ cursor }) => resources.readPage(sessionsList, cursor),
    async endSession(params) {
      const result = await authorized((token) => client.call('sessionEnd', { token, params }))
      // Ended by somebody else it is as much gone.
      if (result.ok || result.error.code === 'not_found') {
        await resources.removeRows(sessionsList, { ids: [params.id] })
        await resources.refresh([sessionsList, eventsList])
      }
      return result.ok ? success({}) : result
    },
    async endOtherSessions() {
      const result = await authorized((token) => client.call('sessionEndOthers', { token }))
      if (result.ok) {
        await resources.removeRows(sessionsList, { except: isCurrent })
        await resources.refresh([sessionsList, eventsList])
      }
      return result
    },
    events: ({ cursor }) => resources.readPage(eventsList, cursor),
  }
}

/** Whether a row is the session that asks. */
function isCurrent({ item }: Row): boolean {
  const session = sessionListItemSchema.safeParse(item)
  return session.success && session.data.current
}
