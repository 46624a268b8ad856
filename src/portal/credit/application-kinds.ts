/** What an application asks for, seen from what is in force. */
import type { Selectable } from 'kysely'
import type { applicationKinds } from '../../shared/contract/credit/applications.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { PositionTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { exchangeInto } from './exchange.ts'

type ApplicationKind = (typeof applicationKinds)[number]

type Position = Pick<Selectable<PositionTable>, 'in_force' | 'in_force_currency'>

/**
 * The kind of an application for `units` of a currency's smallest unit, by today's rates where the limit
 * is in another. Null where it asks for the end of a limit that is not there. As much again is an
 * increase: of the terms, or of the time.
 */
export async function kindOf(
  context: Pick<PlatformContext, 'now'>,
  db: Db,
  { units, currency }: { readonly units: bigint; readonly currency: string },
  position: Position | null,
): Promise<ApplicationKind | null> {
  const inForce = BigInt(position?.in_force ?? 0)
  const inForceCurrency = position?.in_force_currency ?? currency
  if (units === 0n) return inForce > 0n ? 'cancellation' : null
  if (inForce === 0n) return 'new'
  const exchange = await exchangeInto({ db, now: context.now }, currency)
  const percent = exchange.percentOf(
    new Map([[currency, units]]),
    new Map([[inForceCurrency, inForce]]),
  )
  // Without a rate nobody can tell; who asks anew wants more as a rule.
  return percent !== null && percent < 100 ? 'decrease' : 'increase'
}
