/** A customer of the ledger as the page shows it: its buyer, the policy that it counts under, how it stands. */
import type { Money } from '../../../../shared/contract/common.ts'
import type { CreditLimit } from '../../../../shared/contract/credit/credit-limits.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import type {
  LedgerCustomer,
  LedgerInvoice,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { sumIn } from '../../../../shared/credit/convert.ts'
import {
  daysPast,
  reportingAt,
  standingOf,
  type Basis,
  type Share,
} from '../../../../shared/credit/exposure.ts'
import { moneyOfUnits } from '../../../../shared/credit/minor-units.ts'
import { foldLetters } from '../../../../shared/rules/typed-text.ts'
import type { Account, AccountInvoice } from './ledger-accounts.ts'
import type { Match } from './ledger-matching.ts'

/** By what all customers are computed. */
export type Standards = Basis & {
  readonly policies: readonly Policy[]
  /** Of customers with limits under several policies; null where nobody said one. */
  readonly policyId: string | null
}

export type Stood = { readonly customer: LedgerCustomer; readonly share: Share }

/** @param limits of its buyer */
export function stand(
  account: Account,
  match: Match | null,
  limits: readonly CreditLimit[],
  standards: Standards,
): Stood {
  const { policyId, isPolicyChosen, limit } = policyOf(account, match, limits, standards)
  const policy = standards.policies.find(({ id }) => id === policyId) ?? null
  const today = limit === undefined ? null : inForceOn(limit, standards.today)
  const { share, owedAsWritten, ...standing } = standingOf(
    {
      items: account.invoices.map(([dueOn, units, currency]) => ({
        dueOn,
        units: BigInt(units),
        currency,
      })),
      limit: today,
      isDecided: limit !== undefined,
      conditions: policy,
    },
    standards,
  )
  const { key, name, customerNumber, country, registrationNumber, invoices } = account
  return {
    share,
    customer: {
      key,
      name,
      customerNumber,
      country,
      registrationNumber,
      buyer: match?.buyer ?? null,
      matchedBy: match?.matchedBy ?? null,
      candidates: match?.candidates.length ?? 0,
      policyId,
      isPolicyChosen,
      invoices: invoices.length,
      limit: today,
      ...standing,
      owedAsWritten: [...owedAsWritten],
    },
  }
}

/** The ledger's own policy where it names one, else that of its limit; of several the person's, or the largest. */
function policyOf(
  { policies: named }: Account,
  match: Match | null,
  limits: readonly CreditLimit[],
  standards: Standards,
) {
  const none = { policyId: null, isPolicyChosen: false, limit: undefined }
  if (match === null || match.buyer === null) return none
  const decided = limits.filter(({ status }) => status !== 'pending')
  const under = (id: string) => decided.find(({ policyId }) => policyId === id)
  const own = new Set(named.flatMap((text) => policyNamed(text, standards.policies) ?? []))
  const [only] = own
  if (only !== undefined && own.size === 1) {
    return { policyId: only, isPolicyChosen: false, limit: under(only) }
  }
  const chosen = standards.policyId === null ? undefined : under(standards.policyId)
  const limit = chosen ?? largest(decided, standards)
  if (limit === undefined) return none
  return { policyId: limit.policyId, isPolicyChosen: decided.length > 1, limit }
}

/** By its number, or by its name where only one is called so. */
function policyNamed(text: string, policies: readonly Policy[]): string | null {
  const folded = foldLetters(text)
  const byId = policies.find(({ id }) => foldLetters(id) === folded)
  if (byId !== undefined) return byId.id
  const [byName, ...others] = policies.filter(({ name }) => foldLetters(name) === folded)
  return byName === undefined || others.length > 0 ? null : byName.id
}

function largest(
  limits: readonly CreditLimit[],
  { today, currency, rates }: Standards,
): CreditLimit | undefined {
  const worth = (limit: CreditLimit) => {
    const money = inForceOn(limit, today)
    const converted = money && (sumIn(currency, [money], rates) ?? limit.grantedInEuro ?? money)
    return Number(converted?.amount ?? 0)
  }
  // Of equal ones always the same.
  const inOrder = limits.toSorted((one, other) => (one.policyId < other.policyId ? -1 : 1))
  return inOrder.reduce<CreditLimit | undefined>(
    (best, one) => (best === undefined || worth(one) > worth(best) ? one : best),
    undefined,
  )
}

/**
 * What covers a delivery of that day, as far as is known here: what the portal last said may be of a former
 * day, and a cut or an end that it announced has come since.
 */
export function inForceOn(
  { inForce, granted, effectiveOn, endsOn }: CreditLimit,
  day: string,
): Money | null {
  if (inForce === null) return null
  if (endsOn !== null && endsOn < day) return { ...inForce, amount: '0' }
  const hasCome = effectiveOn !== null && effectiveOn <= day
  const isCut = granted !== null && Number(granted.amount) < Number(inForce.amount)
  return hasCome && isCut ? granted : inForce
}

const undated = { mepEndsOn: null, reportBy: null, reporting: null } as const

/** An invoice as the page shows it, by the conditions of its customer's policy. */
export function shownInvoice(
  [dueOn, units, currency, number, issuedOn]: AccountInvoice,
  conditions: Policy | null,
  today: string,
): LedgerInvoice {
  const amount = moneyOfUnits(BigInt(units), currency)
  // What was credited is reported to nobody.
  const ofInvoice = units.startsWith('-') ? null : conditions
  return {
    number,
    issuedOn,
    dueOn,
    amount,
    daysOverdue: dueOn === null ? 0 : daysPast(dueOn, today),
    ...(dueOn === null ? undated : reportingAt(dueOn, ofInvoice, today)),
  }
}
