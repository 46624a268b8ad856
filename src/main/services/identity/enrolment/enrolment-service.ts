/** The first sign-in: the portal holds where it stands, this computer what was typed meanwhile. */
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
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import { defineResource } from '../../../resources/resource.ts'
import type { Resources } from '../../../resources/resources.ts'
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

/** Where the first sign-in stands; kept so that typing can go on without a network. */
const enrolmentResource = defineResource({
  name: 'enrolment',
  endpoint: 'enrolment',
  schema: enrolmentSchema,
  // A step whose answer was lost may be done: one that was read a while ago is asked for again.
  maxAgeMs: 2_000,
})

/** The enrolment of who is signed in; `unauthenticated` where nobody is. */
export function createEnrolmentService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly resources: Resources
}): EnrolmentService {
  const { client, session, documents, resources } = options

  /** What was typed has done its work. */
  async function forget(owner: string): Promise<void> {
    await documents.remove('draft', owner)
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
        const result = await resources.read(enrolmentResource, {})
        if (!result.ok) return result
        const { state, expiresAt, draft } = result.data.data
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
      forUser(session, async () => {
        const result = await session.authorized((token) =>
          client.call('enrolmentSecurity', { token, body }),
        )
        if (!result.ok) return result
        await resources.keep(enrolmentResource, {}, { data: result.data, version: null })
        return success({ state: result.data.state })
      }),
    savePersonalData: (body) =>
      forUser(session, async (owner) => {
        const result = await session.continueWith(async (token) => {
          const completed = await client.call('enrolmentPersonalData', { token, body })
          return completed.ok ? success(completed.data.session) : completed
        })
        const view = result.ok ? result.data : await completedEarlier(owner, result.error)
        if (view === null) {
          // Its answer may have been lost: where it stands then is another than what is kept.
          await resources.refresh([enrolmentResource])
          return result
        }
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
