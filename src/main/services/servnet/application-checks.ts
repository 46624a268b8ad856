/** What there is to say of an application before it is sent, from what is kept. */
import { Big } from 'big.js'
import type { ApplicationWarning } from '../../../shared/contract/credit/application-checks.ts'
import type { CreditLimit } from '../../../shared/contract/credit/credit-limits.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import { isUnlikelyNumber } from '../../../shared/credit/identifiers.ts'
import { compactNumber } from '../../../shared/credit/plain-number.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import type { EditOf } from '../../outbox/edit-kind.ts'
import type { Resources } from '../../resources/resources.ts'
import { forUser } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { applicationsList, buyersWindow } from '../credit/credit-lists.ts'
import { buyerQueryOf } from '../credit/credit-windows.ts'
import { limitOf, type WaitingApplications } from './waiting-applications.ts'

type Question = ParsedInput<'servnet.checkApplication'>

/** What there is to say of one application, in the light of what waits at the moment. */
export type CheckOne = (question: Question) => Promise<readonly ApplicationWarning[]>

export type ApplicationChecks = {
  /** The handler of `servnet.checkApplication`; a portal that is away is no reason to say nothing. */
  readonly check: (question: Question) => Promise<Result<RouteOutput<'servnet.checkApplication'>>>
  /** For many, one after the other: what waits is looked at once. */
  readonly forMany: () => Promise<CheckOne>
}

/** More of them are no help. */
const mostKnown = 3
/** Shorter names begin half of all. */
const shortestName = 3

/** Checks from what is kept. */
export function createApplicationChecks(options: {
  readonly session: SessionService
  readonly resources: Resources
  readonly waiting: WaitingApplications
}): ApplicationChecks {
  const { session, resources, waiting } = options

  async function pending(
    { id, buyerId, policyId }: Question,
    waitingIds: ReadonlySet<string>,
  ): Promise<ApplicationWarning[]> {
    if (buyerId === null || policyId === null) return []
    const about = { kind: 'about', subject: buyerId } as const
    const applications = await resources.pickRows(applicationsList, about)
    const rows = applications.ok ? applications.data.items : []
    return rows
      .filter((one) => one.policyId === policyId && one.status === 'pending')
      .filter((one) => one.id !== id && !waitingIds.has(one.id))
      .map(({ id: applicationId, amount, appliedAt }) => ({
        kind: 'application_exists',
        applicationId,
        amount,
        appliedAt,
      }))
  }

  /** Buyers whose name or number is found by what was typed. */
  async function known({ buyer }: Question): Promise<ApplicationWarning[]> {
    if (buyer === null) return []
    const number = compactNumber(buyer.registrationNumber)
    const typed = [buyer.name.trim(), number].filter((text) => text.length >= shortestName)
    const country = buyer.country === '' ? {} : { country: buyer.country }
    const found = await Promise.all(
      typed.map((q) => {
        const query = buyerQueryOf({ q: q.slice(0, 200), ...country, sort: 'name' })
        return resources.windows.read(buyersWindow, query, { offset: 0, limit: mostKnown })
      }),
    )
    const buyers = found.flatMap((one) => (one.ok ? one.data.window.items : []))
    const byId = new Map(buyers.map(({ id, name }) => [id, name]))
    return [...byId]
      .slice(0, mostKnown)
      .map(([buyerId, name]) => ({ kind: 'buyer_known', buyerId, name }))
  }

  async function checkOne(
    question: Question,
    edits: readonly EditOf<'apply'>[],
    waitingIds: ReadonlySet<string>,
  ) {
    const limit = await limitOf(resources, question)
    const waits = edits.filter((edit) => edit.id !== question.id && isSamePair(edit, question))
    const warnings: ApplicationWarning[] = [
      ...(await pending(question, waitingIds)),
      ...waits.map(({ application: { amount } }) => ({
        kind: 'application_waits' as const,
        amount,
      })),
      ...sufficing(question, limit),
      ...unlikely(question),
      ...(await known(question)),
    ]
    return { warnings: warnings.slice(0, mostWarnings), limit }
  }

  return {
    check: (question) =>
      forUser(session, async () => {
        const edits = await waiting.edits()
        return success(await checkOne(question, edits, namesOf(edits)))
      }),
    async forMany() {
      const edits = await waiting.edits()
      const names = namesOf(edits)
      return async (question) => (await checkOne(question, edits, names)).warnings
    },
  }
}

const namesOf = (edits: readonly EditOf<'apply'>[]) => new Set(edits.map(({ id }) => id))

const mostWarnings = 20

function isSamePair(
  { application: { policyId, buyerId = null, buyer } }: EditOf<'apply'>,
  question: Question,
): boolean {
  if (question.policyId !== policyId) return false
  if (question.buyerId !== null || !buyer) return question.buyerId === buyerId
  const typed = question.buyer
  return (
    typed !== null &&
    typed.country === buyer.country &&
    foldLetters(typed.name) === foldLetters(buyer.name)
  )
}

/** A cut that is announced counts as if it had come: what is in force until then does not suffice. */
function sufficing({ amount }: Question, limit: CreditLimit | null): ApplicationWarning[] {
  if (amount === null || limit === null || limit.inForce === null) return []
  const { id: limitId, inForce, granted, endsOn } = limit
  const isAsHigh = [inForce, granted ?? inForce].every(
    (present) => present.currency === amount.currency && Big(present.amount).gte(amount.amount),
  )
  const isAsked = Big(amount.amount).gt(0)
  return isAsHigh && isAsked ? [{ kind: 'limit_suffices', limitId, inForce, endsOn }] : []
}

function unlikely({ buyer }: Question): ApplicationWarning[] {
  if (buyer === null || !isUnlikelyNumber(buyer.country, buyer.registrationNumber)) return []
  return [{ kind: 'number_unlikely', country: buyer.country }]
}
