/**
 * Buyers in a client's view. What is kept of a buyer is of all policies that are granted: of one that is a
 * buyer of several clients, this one's part is told from its limits.
 */
import type { Buyer } from '../../../shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../shared/contract/credit/credit-limits.ts'
import type { Money } from '../../../shared/contract/common.ts'
import { sumIn } from '../../../shared/credit/convert.ts'
import type { Resources } from '../../resources/resources.ts'
import { isWithin, type Scope } from './client-scope.ts'
import { keptCurrency, limitsList } from './credit-lists.ts'

/** Without a rate: what is of one currency needs none, and the page knows the rates. */
const noRates: ReadonlyMap<string, null> = new Map()

const isShared = ({ policyIds }: Buyer, scope: Scope) =>
  policyIds.some((id) => !isWithin(scope, id))

/** `buyer` as its limits under the policies of `scope` tell; null for what they do not tell. */
export function buyerWithin(buyer: Buyer, scope: Scope, all: readonly CreditLimit[] | null): Buyer {
  if (!isShared(buyer, scope)) return buyer
  const policyIds = buyer.policyIds.filter((id) => isWithin(scope, id))
  const none = { totalCld: null, riskAcceptance: null, decision: null, endsOn: null } as const
  // Who has no limits here has no applications to be told of, either.
  if (all === null) return { ...buyer, ...none, policyIds, limits: [], pendingApplications: 0 }
  const limits = all.filter(({ policyId }) => isWithin(scope, policyId))
  const inForce = sumsByCurrency(limits.flatMap((one) => one.inForce ?? []))
  const ends = limits.flatMap(({ inForce: amount, endsOn }) =>
    amount === null || endsOn === null ? [] : [endsOn],
  )
  return {
    ...buyer,
    policyIds,
    limits: inForce,
    totalCld: sumIn(keptCurrency, inForce, noRates),
    riskAcceptance: acceptanceOf(limits),
    decision: latestOf(limits),
    pendingApplications: limits.filter(({ pending }) => pending !== null).length,
    endsOn: ends.toSorted()[0] ?? null,
  }
}

/** `buyers` as `scope` has them; what it takes of their limits is read from what is kept. */
export async function buyersWithin(
  resources: Pick<Resources, 'pickRows'>,
  scope: Scope,
  buyers: readonly Buyer[],
  hasLimits: boolean,
): Promise<Buyer[]> {
  const within: Buyer[] = []
  for (const buyer of buyers) {
    const isAsked = hasLimits && isShared(buyer, scope)
    const about = { kind: 'about', subject: buyer.id } as const
    // oxlint-disable-next-line no-await-in-loop -- few are of several clients, and all of one store
    const limits = isAsked ? await resources.pickRows(limitsList, about) : null
    within.push(buyerWithin(buyer, scope, limits?.ok === true ? limits.data.items : null))
  }
  return within
}

function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const byCurrency = Map.groupBy(amounts, ({ currency }) => currency)
  return [...byCurrency]
    .flatMap(([currency, of]) => sumIn(currency, of, noRates) ?? [])
    .filter(({ amount }) => Number(amount) !== 0)
}

/** Of latest decisions, by amount, where they are of one currency; what is granted beyond that counts for nothing. */
function acceptanceOf(limits: readonly CreditLimit[]): number | null {
  const decided = limits.flatMap(({ granted, applied }) =>
    granted === null ? [] : [{ granted: Number(granted.amount), applied }],
  )
  const currencies = new Set(decided.map(({ applied }) => applied.currency))
  const applied = decided.reduce((sum, one) => sum + Number(one.applied.amount), 0)
  if (currencies.size !== 1 || applied === 0) return null
  const accepted = decided.reduce(
    (sum, one) => sum + Math.min(one.granted, Number(one.applied.amount)),
    0,
  )
  return (100 * accepted) / applied
}

/** The status of what was decided last; of two at once, of the one that comes last by name. */
function latestOf(limits: readonly CreditLimit[]): CreditLimit['status'] {
  const [latest] = limits
    .flatMap(({ decidedAt, status }) => (decidedAt === null ? [] : [{ decidedAt, status }]))
    .toSorted((one, other) => {
      if (one.decidedAt !== other.decidedAt) return one.decidedAt < other.decidedAt ? 1 : -1
      return one.status < other.status ? 1 : -1
    })
  return latest?.status ?? 'pending'
}
