/** The first sign-in: the portal holds where it stands, this computer what was typed meanwhile. */
import { z } from 'zod'
import {
  enrolmentDraftSchema,
  type EnrolmentDraft,
  enrolmentSchema,
  type Enrolment,
  type EnrolmentSecurityRequest,
  type PersonalData,
} from '../../../../shared/contract/identity/enrolment.ts'
import { failure, success, type AppError, type Result } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import type { SessionView } from '../../../../shared/contract/identity/sessions.ts'
import type { Documents } from '../../../store/documents.ts'
import { readThrough, undated, unversioned } from '../../../portal-client/read-through.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import { forUser, draftOwnerOf, refreshOf } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'

export type EnrolmentService = {
  readonly read: () => Promise<Result<RouteOutput<'enrolment.read'>>>
  readonly saveDraft: (draft: EnrolmentDraft) => Promise<Result<Record<string, never>>>
  readonly saveSecurity: (
    request: EnrolmentSecurityRequest,
  ) => Promise<Result<RouteOutput<'enrolment.saveSecurity'>>>
  readonly savePersonalData: (data: PersonalData) => Promise<Result<SessionView>>
}

const storedSchema = z.object({ enrolment: enrolmentSchema })

/** The enrolment of who is signed in; `unauthenticated` where nobody is. */
export function createEnrolmentService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
}): EnrolmentService {
  const { client, session, documents } = options

  /** From the portal; without a network as it was last seen, so that typing can go on. */
  async function current(owner: string): Promise<Result<Enrolment>> {
    const result = await readThrough({
      async last() {
        const last = await documents.read('enrolment', owner, storedSchema)
        return last && undated(last.enrolment)
      },
      keep: ({ data }) => documents.write('enrolment', owner, { enrolment: data }),
      ask: async () =>
        unversioned(await session.authorized((token) => client.call('enrolment', { token }))),
    })
    return result.ok ? success(result.data.data) : result
  }

  /** What was typed has done its work. */
  async function forget(owner: string): Promise<void> {
    await Promise.all([documents.remove('draft', owner), documents.remove('enrolment', owner)])
  }

  /** The answer to an earlier try may have been lost: then the enrolment is complete already. */
  async function completedEarlier(owner: string, error: AppError): Promise<SessionView | null> {
    if (error.code !== 'invalid_state') return null
    const renewed = await refreshOf(session, owner)
    return renewed.ok && renewed.data.kind === 'ready' ? renewed.data : null
  }

  return {
    read: () =>
      forUser(session, async (owner) => {
        const result = await current(owner)
        if (!result.ok) return result
        const { state, expiresAt, draft } = result.data
        // The last step went through, but its answer was lost: the session does not know yet.
        if (state === 'complete') {
          await refreshOf(session, owner)
          await forget(owner)
        }
        const typed = await documents.read('draft', owner, enrolmentDraftSchema)
        return success({ state, expiresAt, draft: typed ?? draftOf(draft) })
      }),
    async saveDraft(draft) {
      const owner = draftOwnerOf(session.view())
      if (owner === null) return failure({ code: 'unauthenticated' })
      // A page that closes after the last step saves once more: by then there is nothing to resume.
      if (session.view().kind !== 'ready') await documents.write('draft', owner, draft)
      return success({})
    },
    saveSecurity: (body) =>
      forUser(session, async (owner) => {
        const result = await session.authorized((token) =>
          client.call('enrolmentSecurity', { token, body }),
        )
        if (!result.ok) return result
        await documents.write('enrolment', owner, { enrolment: result.data })
        return success({ state: result.data.state })
      }),
    savePersonalData: (body) =>
      forUser(session, async (owner) => {
        const result = await session.continueWith(async (token) => {
          const completed = await client.call('enrolmentPersonalData', { token, body })
          return completed.ok ? success(completed.data.session) : completed
        })
        const view = result.ok ? result.data : await completedEarlier(owner, result.error)
        if (view === null) return result
        await forget(owner)
        return success(view)
      }),
  }
}

/** What the portal holds, as the form has it. */
function draftOf(draft: Enrolment['draft']): EnrolmentDraft {
  return {
    questionIds: draft.questionIds,
    email: draft.email ?? '',
    emailConfirmation: draft.email ?? '',
    firstName: draft.firstName ?? '',
    lastName: draft.lastName ?? '',
    language: draft.language,
    alertsByEmail: draft.alertsByEmail,
  }
}
