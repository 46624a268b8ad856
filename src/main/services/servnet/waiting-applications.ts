/** Applications that wait on this computer, as they are shown among those that the portal has. */
import { Big } from 'big.js'
import type {
  Application,
  ApplicationRequest,
} from '../../../shared/contract/credit/applications.ts'
import type { CreditLimit } from '../../../shared/contract/credit/credit-limits.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { EditOf } from '../../outbox/edit-kind.ts'
import type { Resources } from '../../resources/resources.ts'
import { buyersList, limitsList } from '../credit/credit-lists.ts'

type ApplyEdit = EditOf<'apply'>

export type WaitingApplications = {
  /** Newest first, as many as are asked for; without those that the portal refused. */
  readonly all: (most?: number) => Promise<Application[]>
  /** Under the id that this computer gave it; null where it does not wait. */
  readonly find: (id: string) => Promise<Application | null>
  /** The edits themselves, in the order in which they were made. */
  readonly edits: () => Promise<ApplyEdit[]>
}

/** @param options.outbox of who is signed in; nothing waits where nobody is */
export function createWaitingApplications(options: {
  readonly resources: Resources
  readonly outbox: Outbox
}): WaitingApplications {
  const { resources, outbox } = options

  async function edits(): Promise<ApplyEdit[]> {
    const items = await outbox.items()
    return items.flatMap(({ edit, state }) =>
      edit.kind === 'apply' && state !== 'refused' ? [edit] : [],
    )
  }

  async function shown({ id, at, application }: ApplyEdit): Promise<Application> {
    const { policyId, amount, paymentTermsDays, startsOn = null, endsOn = null } = application
    const limit = await limitOf(resources, application)
    const { name, country } = await buyerOf(resources, application)
    return {
      id,
      kind: kindOf(application, limit),
      policyId,
      buyerId: application.buyerId ?? id,
      buyerName: name,
      country,
      amount,
      paymentTermsDays,
      startsOn,
      endsOn,
      status: 'pending',
      appliedAt: at,
      expectedBy: null,
      decision: null,
      limitId: limit?.id ?? id,
    }
  }

  return {
    edits,
    all: async (most = Infinity) =>
      Promise.all((await edits()).toReversed().slice(0, most).map(shown)),
    async find(id) {
      const edit = (await edits()).find((one) => one.id === id)
      return edit === undefined ? null : shown(edit)
    },
  }
}

/** The present limit of the buyer under the policy, as it is kept; null where there is none. */
export async function limitOf(
  resources: Resources,
  {
    buyerId,
    policyId,
  }: { readonly buyerId?: string | null | undefined; readonly policyId: string | null },
): Promise<CreditLimit | null> {
  if (!buyerId || policyId === null) return null
  const limits = await resources.pickRows(limitsList, { kind: 'about', subject: buyerId })
  const ofPolicy = limits.ok && limits.data.items.find((limit) => limit.policyId === policyId)
  return ofPolicy || null
}

/** What the buyer of an application is called, as far as it is known here. */
export async function buyerOf(
  resources: Resources,
  { buyerId, buyer }: ApplicationRequest,
): Promise<{ readonly name: string; readonly country: string }> {
  if (buyer) return buyer
  const row = buyerId ? await resources.findRow(buyersList, buyerId) : null
  return row?.item ?? { name: buyerId ?? '', country: '' }
}

/** As the portal will tell it. */
function kindOf({ amount }: ApplicationRequest, limit: CreditLimit | null): Application['kind'] {
  if (Big(amount.amount).eq(0)) return 'cancellation'
  const present = limit?.inForce ?? limit?.granted ?? null
  if (present === null || Big(present.amount).eq(0)) return 'new'
  return Big(amount.amount).lt(present.amount) ? 'decrease' : 'increase'
}
