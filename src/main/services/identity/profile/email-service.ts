/** A new e-mail address, which counts once the code that was sent to it is entered. */
import type { PendingEmailView } from '../../../../shared/contract/identity/profile-view.ts'
import { failure, success, type AppError, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import type { EmailChange } from '../../../../shared/contract/identity/email-changes.ts'
import { isPortalUnavailable } from '../../../portal-client/outage.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import { secondsUntil } from '../time-left.ts'
import { forUser } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import type { Resources } from '../../../resources/resources.ts'
import { eventsList } from './security-lists.ts'
import type { ProfileDrafts } from './profile-draft.ts'
import { emailChangeResource, meResource } from './profile-resources.ts'

export type EmailService = {
  readonly request: (
    input: ParsedInput<'profile.requestEmail'>,
  ) => Promise<Result<PendingEmailView>>
  readonly pending: () => Promise<Result<PendingEmailView | null>>
  readonly confirm: (
    input: ParsedInput<'profile.confirmEmail'>,
  ) => Promise<Result<RouteOutput<'profile.confirmEmail'>>>
  readonly cancel: () => Promise<Result<Record<string, never>>>
}

/** The portal no longer knows the change: confirmed, cancelled, replaced or expired. */
const isGone = ({ code }: AppError) => code === 'not_found' || code === 'flow_expired'

/** Changes of the e-mail address of who is signed in; `unauthenticated` where nobody is. */
export function createEmailService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
  readonly drafts: ProfileDrafts
}): EmailService {
  const { client, session, resources, drafts } = options
  /** A code was sent for it whose answer was lost: the portal may have taken it, and says so again. */
  let unanswered: { readonly owner: string; readonly id: string } | null = null

  /** Which change waits for its code, as far as is known here; null where none does. */
  async function pendingId(): Promise<Result<string | null>> {
    const me = await resources.read(meResource, {})
    return me.ok ? success(me.data.data.pendingEmail?.id ?? null) : me
  }

  function viewOf({ id, email, delivery, attemptsLeft, ...times }: EmailChange): PendingEmailView {
    const now = client.now()
    return {
      id,
      email,
      delivery,
      attemptsLeft,
      codeExpiresIn: secondsUntil(times.codeExpiresAt, now),
      codeAgainIn: secondsUntil(times.nextCodeAt, now),
      expiresIn: secondsUntil(times.expiresAt, now),
    }
  }

  async function progressOf(id: string): Promise<Result<EmailChange>> {
    const change = await resources.read(emailChangeResource, { id })
    return change.ok ? success(change.data.data) : change
  }

  /** The pending change; another computer may have put one in its place. */
  async function progress(): Promise<Result<EmailChange | null>> {
    const first = await pendingId()
    if (!first.ok || first.data === null) return first.ok ? success(null) : first
    const answer = await progressOf(first.data)
    if (answer.ok || !isGone(answer.error)) return answer
    const me = await resources.fresh(meResource, {})
    if (!me.ok) return me
    const { pendingEmail } = me.data.data
    if (pendingEmail === null || pendingEmail.id === first.data) return success(null)
    return progressOf(pendingEmail.id)
  }

  /** What the portal did with the address, until it has told all of it. */
  async function keepMe(how: (me: Me) => Me): Promise<void> {
    await resources.revise(meResource, {}, how)
    await resources.refresh([meResource, eventsList])
  }

  return {
    request: (body) =>
      forUser(session, async () => {
        const result = await session.authorized((token) =>
          client.call('emailChangeCreate', { token, body }),
        )
        if (!result.ok) return result
        const { id, email } = result.data
        await resources.keep(emailChangeResource, { id }, { data: result.data, version: null })
        await keepMe((me) => ({ ...me, pendingEmail: { id, email } }))
        return success(viewOf(result.data))
      }),
    pending: () =>
      forUser(session, async () => {
        const result = await progress()
        return result.ok ? success(result.data && viewOf(result.data)) : result
      }),
    confirm: (body) =>
      forUser(session, async (owner) => {
        const found = unanswered?.owner === owner ? success(unanswered.id) : await pendingId()
        if (!found.ok) return found
        if (found.data === null) return failure({ code: 'flow_expired' })
        const params = { id: found.data }
        const result = await session.authorized((token) =>
          client.call('emailChangeConfirm', { token, params, body }),
        )
        const isLost = !result.ok && isPortalUnavailable(result.error)
        unanswered = isLost ? { owner, id: params.id } : null
        if (isLost) return result
        if (!result.ok && !isGone(result.error)) {
          // A try less is left: the page that says so reads that next.
          await resources.fresh(emailChangeResource, params)
          return result
        }
        await keepMe((me) => (result.ok ? result.data : withoutPending(me)))
        // Cancelled or replaced from elsewhere is as over as expired.
        if (!result.ok) return failure({ code: 'flow_expired' })
        await drafts.drop(owner, 'email')
        return success({ current: result.data })
      }),
    cancel: () =>
      forUser(session, async (owner) => {
        const found = await pendingId()
        if (!found.ok) return found
        const params = found.data === null ? null : { id: found.data }
        const result =
          params === null
            ? success(undefined)
            : await session.authorized((token) =>
                client.call('emailChangeCancel', { token, params }),
              )
        if (!result.ok && !isGone(result.error)) return result
        await keepMe(withoutPending)
        await drafts.drop(owner, 'email')
        return success({})
      }),
  }
}

function withoutPending(me: Me): Me {
  return { ...me, pendingEmail: null }
}
