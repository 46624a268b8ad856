/** Figures of sets of policies on a day, from the sums that are kept of each policy. */
import type { ClientFigures } from '../../shared/contract/partners/clients.ts'
import { createConversion, numberOf, percentOf } from '../credit/conversion.ts'
import { readRates } from '../credit/rates.ts'
import {
  createReadLevelsByScope,
  readCounts,
  type Amounts,
  type Sums,
} from '../credit/read-sums.ts'
import { countBuyers, readableScope } from '../credit/scopes.ts'
import type { Db } from '../platform/db/open.ts'

const columns = ['applied', 'accepted', 'pending', 'cld', 'rated_cld', 'weighted_cld'] as const
type Column = (typeof columns)[number]

const readLevels = createReadLevelsByScope(columns)

type Report = {
  readonly currency: string
  /** As at the end of it; also the day of the rates. */
  readonly day: string
}

/** The figures of each of `sets`, in their order: what the dashboard of those policies alone tells. */
export async function readFigures(
  db: Db,
  sets: readonly (readonly string[])[],
  { currency, day }: Report,
): Promise<readonly ClientFigures[]> {
  const byPolicy = await readLevels(db, [...new Set(sets.flat())], day)
  const sums = sets.map((policies) => together(policies.flatMap((id) => byPolicy.get(id) ?? [])))
  const all = sums.flatMap((of) => columns.flatMap((column) => [...of(column).keys()]))
  const rates = await readRates(db, [...new Set([currency, ...all])], day)
  const { money, ratio } = createConversion(currency, rates)
  const buyers = await Promise.all(sets.map((policies) => buyersOf(db, policies, day)))
  return sums.map((of, place) => ({
    asOf: day,
    currency,
    buyers: buyers[place] ?? 0,
    totalCld: money(of('cld')),
    riskAcceptance: percentOf(ratio(of('accepted'), of('applied'))),
    abr: numberOf(ratio(of('weighted_cld'), of('rated_cld'))),
    pending: money(of('pending')),
  }))
}

/** The sums of several policies as one. */
function together(sums: readonly Sums<Column>[]): Sums<Column> {
  return (column) => {
    const total = new Map<string, bigint>()
    for (const amounts of sums.map((of): Amounts => of(column))) {
      for (const [currency, units] of amounts) {
        total.set(currency, (total.get(currency) ?? 0n) + units)
      }
    }
    return total
  }
}

async function buyersOf(db: Db, policies: readonly string[], day: string): Promise<number> {
  const scope = await readableScope(db, policies)
  if (!scope.countsBuyers) return countBuyers(db, policies, day)
  return (await readCounts(db, scope.ids, day)).buyers
}
