/** Applications and declarations of turnover: handed in, and as they are shown. */
import type { z } from 'zod'
import { assertNever } from '../../../shared/assert-never.ts'
import {
  applicationSchema,
  type Application,
} from '../../../shared/contract/credit/applications.ts'
import {
  turnoverDeclarationSchema,
  type TurnoverDeclaration,
} from '../../../shared/contract/credit/turnover.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { Edit } from '../../../shared/contract/offline/outbox.ts'
import { failure, success, type AppError, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import type { Outbox, Submission } from '../../outbox/outbox.ts'
import { freshNow } from '../../resources/freshness.ts'
import type { Resources } from '../../resources/resources.ts'
import { draftOwnerOf, forUser, signedInName } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { isWithin, readPageWithin, type ClientScope } from '../credit/client-scope.ts'
import { applicationsList, declarationsList, policiesList } from '../credit/credit-lists.ts'
import type { ApplicationDrafts } from './application-draft.ts'
import { buyerOf, type WaitingApplications } from './waiting-applications.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type ApplicationsService = {
  /** Those that wait come first, in front of the first page. */
  readonly list: Handler<'servnet.applications'>
  /** Also under the id that this computer gave it, while it waits and once it was sent. */
  readonly read: Handler<'servnet.application'>
  readonly draft: Handler<'servnet.applicationDraft'>
  readonly saveDraft: Handler<'servnet.saveApplicationDraft'>
  /** Kept on this computer, and sent by itself. */
  readonly apply: Handler<'servnet.apply'>
  readonly declarations: Handler<'servnet.declarations'>
  /** Kept on this computer, and sent by itself. */
  readonly declare: Handler<'servnet.declareTurnover'>
}

/** As many as a page may have. */
const longestPage = 200

/**
 * The applications of who is signed in; `unauthenticated` where nobody is.
 * @param options.now this computer's clock, in ms since 1970
 */
export function createApplicationsService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly resources: Resources
  readonly outbox: Outbox
  readonly drafts: ApplicationDrafts
  readonly waiting: WaitingApplications
  readonly clients: ClientScope
  readonly now: () => number
}): ApplicationsService {
  const { client, session, resources, outbox, drafts, waiting, clients, now } = options
  const at = () => new Date(now()).toISOString()

  async function submit(
    owner: string,
    edit: Edit,
    subject: string | null,
  ): Promise<Result<Submission>> {
    const submitted = await outbox.submit(edit, subject)
    if (!submitted.ok) return submitted
    const view = session.view()
    if (signedInName(view) === owner) return submitted
    // It is kept, and goes once its person is back; whoever is here by now is told nothing of it.
    const hasEnded = view.kind === 'signedOut' && view.reason === 'session_ended'
    return failure({ code: hasEnded ? 'session_ended' : 'unauthenticated' })
  }

  async function portalIdOf(id: string): Promise<string> {
    const answer = applicationSchema.safeParse(await outbox.answered(id))
    return answer.success ? answer.data.id : id
  }

  async function applicationWith(id: string): Promise<Result<RouteOutput<'servnet.application'>>> {
    const present = await waiting.find(id)
    if (present !== null) return success({ application: present, freshness: freshNow() })
    const params = { id: await portalIdOf(id) }
    const kept = await resources.findRow(applicationsList, params.id)
    if (kept !== null) return success({ application: kept.item, freshness: kept.freshness })
    const asked = await session.authorized((token) =>
      client.call('servnetApplication', { token, params }),
    )
    return asked.ok ? success({ application: asked.data, freshness: freshNow() }) : asked
  }

  return {
    async list({ cursor, client: of }) {
      const scope = await clients.of(of)
      if (!scope.ok) return scope
      const isShown = ({ policyId }: Application) => isWithin(scope.data, policyId)
      const [ahead, page] = await Promise.all([
        cursor === null ? waiting.all(longestPage) : [],
        readPageWithin(resources, applicationsList, cursor, scope.data && isShown),
      ])
      if (!page.ok) return page
      const { page: shown, freshness } = page.data
      const room = longestPage - shown.items.length
      const items = [...ahead.filter(isShown).slice(0, room), ...shown.items]
      return success({ page: { ...shown, items }, freshness })
    },
    read: ({ id, client: of }) =>
      clients.only(of, applicationWith(id), ({ application }) => application.policyId),
    draft: () =>
      forUser(session, async (owner) => {
        const kept = await drafts.read(owner)
        const { items } = await outbox.view()
        const isHandedIn = items.some(
          ({ edit }) => edit.kind === 'apply' && edit.id === kept?.handedInAs,
        )
        const isDraft = kept !== null && !isHandedIn
        return success(isDraft ? kept : { draft: null, savedAt: null })
      }),
    async saveDraft({ draft }) {
      const owner = draftOwnerOf(session.view())
      if (owner === null) return failure({ code: 'unauthenticated' })
      return success({ savedAt: await drafts.write(owner, draft) })
    },
    apply: ({ id, application }) =>
      forUser(session, async (owner) => {
        const { name } = await buyerOf(resources, application)
        const edit = { kind: 'apply', id, at: at(), application } as const
        const submitted = await submit(owner, edit, name)
        if (!submitted.ok) return submitted
        const outcome = outcomeOf(submitted.data, applicationSchema)
        const isBack = outcome.ok && outcome.data.kind === 'refused'
        // Also what the form kept while it waited for this.
        if (!isBack) await drafts.write(owner, null)
        return outcome
      }),
    async declarations({ cursor, client: of }) {
      const scope = await clients.of(of)
      if (!scope.ok) return scope
      const isShown = ({ policyId }: TurnoverDeclaration) => isWithin(scope.data, policyId)
      return readPageWithin(resources, declarationsList, cursor, scope.data && isShown)
    },
    declare: (declaration) =>
      forUser(session, async (owner) => {
        const policy = await resources.findRow(policiesList, declaration.policyId)
        const edit = { kind: 'declareTurnover', at: at(), declaration } as const
        const subject = `${policy?.item.name ?? declaration.policyId}, ${declaration.period}`
        const submitted = await submit(owner, edit, subject.slice(0, longestSubject))
        return submitted.ok ? outcomeOf(submitted.data, turnoverDeclarationSchema) : submitted
      }),
  }
}

/** As long as a line may be. */
const longestSubject = 300

type SentOrWaiting<Answer> =
  | { readonly kind: 'sent'; readonly answer: Answer }
  | { readonly kind: 'waiting'; readonly outboxId: string }
  | { readonly kind: 'refused'; readonly error: AppError }

function outcomeOf<Answer>(
  submission: Submission,
  schema: z.ZodType<Answer>,
): Result<SentOrWaiting<Answer>> {
  switch (submission.kind) {
    case 'sent': {
      const answer = schema.safeParse(submission.answer)
      return answer.success
        ? success({ kind: 'sent', answer: answer.data })
        : failure({ code: 'portal_answer_invalid' })
    }
    case 'refused':
      return success(submission)
    case 'pending':
      return success({ kind: 'waiting', outboxId: submission.id })
    case 'conflict':
    case 'withdrawn':
      // Of what makes something there are no versions, and nothing takes it back.
      return failure({ code: 'unexpected' })
    default:
      return assertNever(submission)
  }
}
