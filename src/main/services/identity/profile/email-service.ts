/** A new e-mail address, which counts once the code that was sent to it is entered. */
import type { PendingEmailView } from '../../../../shared/contract/identity/profile-view.ts'
import { failure, success, type AppError, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import type { EmailChange } from '../../../../shared/contract/identity/email-changes.ts'
import type { Me, MePatch } from '../../../../shared/contract/identity/me.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import { secondsUntil } from '../time-left.ts'
import { forUser } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import type { ProfileDrafts } from './profile-draft.ts'
import type { Resource } from './resource.ts'

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

type Pending = { readonly owner: string; readonly id: string }

/** The portal no longer knows the change: confirmed, cancelled, replaced or expired. */
const isGone = ({ code }: AppError) => code === 'not_found' || code === 'flow_expired'

/** Changes of the e-mail address of who is signed in; `unauthenticated` where nobody is. */
export function createEmailService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly me: Resource<Me, MePatch>
  readonly drafts: ProfileDrafts
}): EmailService {
  const { client, session, me, drafts } = options
  /** Known from asking for it or from the person's data; its progress is asked for by itself. */
  let known: Pending | null = null

  async function find(owner: string): Promise<Result<Pending | null>> {
    if (known?.owner === owner) return success(known)
    const person = await me.read(owner)
    if (!person.ok) return person
    const { pendingEmail } = person.data.current
    known = pendingEmail === null ? null : { owner, id: pendingEmail.id }
    return success(known)
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

  const ask = ({ id }: Pending) =>
    session.authorized((token) => client.call('emailChange', { token, params: { id } }))

  /** The pending change as the portal knows it now; another computer may have put one in its place. */
  async function progress(owner: string): Promise<Result<EmailChange | null>> {
    const first = await find(owner)
    if (!first.ok || first.data === null) return first.ok ? success(null) : first
    const answer = await ask(first.data)
    if (answer.ok || !isGone(answer.error)) return answer
    known = null
    const second = await find(owner)
    if (!second.ok) return second
    if (second.data === null || second.data.id === first.data.id) return success(null)
    return ask(second.data)
  }

  return {
    request: (body) =>
      forUser(session, async (owner) => {
        const result = await session.authorized((token) =>
          client.call('emailChangeCreate', { token, body }),
        )
        if (!result.ok) return result
        known = { owner, id: result.data.id }
        return success(viewOf(result.data))
      }),
    pending: () =>
      forUser(session, async (owner) => {
        const result = await progress(owner)
        return result.ok ? success(result.data && viewOf(result.data)) : result
      }),
    confirm: (body) =>
      forUser(session, async (owner) => {
        const found = await find(owner)
        if (!found.ok) return found
        if (found.data === null) return failure({ code: 'flow_expired' })
        const params = { id: found.data.id }
        const result = await session.authorized((token) =>
          client.call('emailChangeConfirm', { token, params, body }),
        )
        if (!result.ok && !isGone(result.error)) return result
        known = null
        // Cancelled or replaced from elsewhere is as over as expired.
        if (!result.ok) return failure({ code: 'flow_expired' })
        await drafts.drop(owner, 'email')
        return success({ current: result.data })
      }),
    cancel: () =>
      forUser(session, async (owner) => {
        const found = await find(owner)
        if (!found.ok) return found
        const params = found.data && { id: found.data.id }
        const result =
          params === null
            ? success(undefined)
            : await session.authorized((token) =>
                client.call('emailChangeCancel', { token, params }),
              )
        if (!result.ok && !isGone(result.error)) return result
        known = null
        await drafts.drop(owner, 'email')
        return success({})
      }),
  }
}
