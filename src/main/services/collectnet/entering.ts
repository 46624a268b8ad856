/** Entering a case: what is typed of it, what there is to say before, and handing it to the outbox. */
import { z } from 'zod'
import { assertNever } from '../../../shared/assert-never.ts'
import { timestampSchema } from '../../../shared/contract/common.ts'
import { caseDetailSchema, isClosedCase } from '../../../shared/contract/collectnet/cases.ts'
import { caseDraftSchema } from '../../../shared/contract/collectnet/routes.ts'
import type { RouteName } from '../../../shared/contract/channels.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import { isUnlikelyNumber } from '../../../shared/credit/identifiers.ts'
import { foldTyped } from '../../../shared/rules/typed-text.ts'
import type { Outbox, Submission } from '../../outbox/outbox.ts'
import type { Resources } from '../../resources/resources.ts'
import { draftOwnerOf, forUser, signedInName } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { dropAttachments } from '../../store/attachments.ts'
import type { Documents } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { buyersList } from '../credit/credit-lists.ts'
import { casesList } from './case-lists.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

type Entering = {
  readonly check: Handler<'collectnet.checkCase'>
  readonly draft: Handler<'collectnet.caseDraft'>
  readonly saveDraft: Handler<'collectnet.saveCaseDraft'>
  /** Kept on this computer, and sent by itself. */
  readonly enter: Handler<'collectnet.enter'>
}

const keptSchema = z.object({
  /** Which form keeps it; of one that waits, that. A version before had no such name. */
  of: z.string().optional(),
  draft: caseDraftSchema,
  savedAt: timestampSchema,
  /** By the outbox: under which name it was handed in. It is a draft again where that waits no more. */
  handedInAs: z.string().optional(),
})

/** @param options.now this computer's clock, in ms since 1970 */
export function createEntering(options: {
  readonly session: SessionService
  readonly outbox: Outbox
  readonly documents: Documents
  readonly store: Pick<Store, 'within'>
  readonly resources: Resources
  readonly now: () => number
}): Entering {
  const { session, outbox, documents, store, resources, now } = options
  const at = () => new Date(now()).toISOString()
  type Question = ParsedInput<'collectnet.checkCase'>

  async function existing({ policyId, buyerId, buyer, numbers }: Question) {
    const keys = new Set(numbers.map(foldTyped).filter((key) => key !== ''))
    const rows = await resources.pickRows(
      casesList,
      buyerId === null ? { kind: 'all' } : { kind: 'about', subject: buyerId },
    )
    if (!rows.ok || keys.size === 0) return null
    for (const one of rows.data.items) {
      if (one.policyId !== policyId || isClosedCase(one.status)) continue
      if (buyerId === null && !isSameName(one, buyer)) continue
      const number = one.invoiceNumbers.find((invoice) => keys.has(foldTyped(invoice)))
      if (number !== undefined) return { caseId: one.id, number }
    }
    return null
  }

  async function waiting({ id, policyId, buyerId, numbers }: Question) {
    const keys = new Set(numbers.map(foldTyped).filter((key) => key !== ''))
    const { items } = await outbox.view()
    for (const { edit, state } of items) {
      if (edit.kind !== 'enterCase' || edit.id === id || state === 'refused') continue
      const { request } = edit
      if (request.policyId !== policyId || (request.buyerId ?? null) !== buyerId) continue
      const same = request.invoices.find(({ number }) => keys.has(foldTyped(number)))
      if (same !== undefined) return { number: same.number }
    }
    return null
  }

  /** What was edited of one that waits; null where nothing was, or it waits no more. */
  async function changesOf(owner: string, id: string) {
    const kept = await documents.read('case-changes', owner, keptSchema)
    const { items } = await outbox.view()
    const isWaiting = items.some(({ edit }) => edit.kind === 'enterCase' && edit.id === id)
    return kept?.of === id && isWaiting ? kept : null
  }

  /** The case was handed in: what was typed of it is in the outbox, and a draft of another case stays. */
  async function endDrafts(owner: string, id: string): Promise<void> {
    for (const name of ['case-draft', 'case-changes'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- two small documents
      const kept = await documents.read(name, owner, keptSchema)
      // oxlint-disable-next-line no-await-in-loop -- as above
      if ((kept?.of ?? id) === id) await documents.remove(name, owner)
    }
  }

  async function dropFiles(owner: string, files: readonly { readonly id: string }[]) {
    const ids = files.map((file) => file.id)
    await store.within(owner, ({ db }) => dropAttachments(db, ids), { make: false })
  }

  async function subjectOf({ buyer, buyerId }: ParsedInput<'collectnet.enter'>['request']) {
    if (buyer) return buyer.name
    const row = buyerId ? await resources.findRow(buyersList, buyerId) : null
    return row?.item.name ?? buyerId ?? null
  }

  return {
    check: (question) =>
      forUser(session, async () => {
        const { country, registrationNumber } = question.buyer
        return success({
          exists: await existing(question),
          waits: await waiting(question),
          isNumberUnlikely:
            question.buyerId === null && isUnlikelyNumber(country, registrationNumber),
        })
      }),
    draft: ({ id, isWaiting }) =>
      forUser(session, async (owner) => {
        if (isWaiting) return success(shown(await changesOf(owner, id)))
        const kept = await documents.read('case-draft', owner, keptSchema)
        const { items } = await outbox.view()
        const isHandedIn = items.some(
          ({ edit }) => edit.kind === 'enterCase' && edit.id === kept?.handedInAs,
        )
        if (kept === null || isHandedIn) return success(shown(null))
        // Handed in by this form from now on, it is this draft that goes.
        const { handedInAs: _, ...taken } = kept
        await documents.write('case-draft', owner, { ...taken, of: id })
        return success(shown(kept))
      }),
    async saveDraft({ id, isWaiting, draft }) {
      const name = isWaiting ? 'case-changes' : 'case-draft'
      const owner = draftOwnerOf(session.view())
      if (owner === null) return failure({ code: 'unauthenticated' })
      if (draft === null) {
        const former = await documents.read(name, owner, keptSchema)
        await documents.remove(name, owner)
        await dropFiles(owner, former?.draft.documents ?? [])
        return success({ savedAt: null })
      }
      const savedAt = at()
      await documents.write(name, owner, { draft, savedAt, of: id })
      return success({ savedAt })
    },
    enter: ({ id, request, documents: attached }) =>
      forUser(session, async (owner) => {
        const edit = { kind: 'enterCase', id, at: at(), request, documents: attached } as const
        const submitted = await outbox.submit(edit, await subjectOf(request))
        if (!submitted.ok) return submitted
        const view = session.view()
        if (signedInName(view) !== owner) {
          // It is kept, and goes once its person is back; whoever is here by now is told nothing of it.
          const hasEnded = view.kind === 'signedOut' && view.reason === 'session_ended'
          return failure({ code: hasEnded ? 'session_ended' : 'unauthenticated' })
        }
        const outcome = outcomeOf(submitted.data)
        const isBack = outcome.ok && outcome.data.kind === 'refused'
        // Also what the form kept while it waited for this.
        if (!isBack) await endDrafts(owner, id)
        return outcome
      }),
  }
}

function shown(kept: z.output<typeof keptSchema> | null): RouteOutput<'collectnet.caseDraft'> {
  return kept === null
    ? { draft: null, savedAt: null }
    : { draft: kept.draft, savedAt: kept.savedAt }
}

function isSameName(
  one: { readonly buyerName: string; readonly country: string },
  { name, country }: { readonly name: string; readonly country: string },
): boolean {
  return one.country === country && foldTyped(one.buyerName) === foldTyped(name)
}

function outcomeOf(submission: Submission): Result<RouteOutput<'collectnet.enter'>> {
  switch (submission.kind) {
    case 'sent': {
      const answer = caseDetailSchema.safeParse(submission.answer)
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
