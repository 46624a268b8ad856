import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  reportQuerySchema,
  type ReportQuery,
} from '../../../../shared/contract/credit/dashboard.ts'
import {
  currencySchema,
  type Preferences,
} from '../../../../shared/contract/identity/preferences.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { inView, useClientInView } from '../../../common/navigation/client-view.tsx'
import {
  unseen,
  useAddressView,
  type LastView,
  type LastViewMemory,
} from '../../../common/navigation/address-view.ts'
import { useNow } from '../../../ui/clock.ts'
import {
  dayAt,
  periodFaults,
  periodFrom,
  periodParams,
  reportDatesOf,
  usualPeriod,
  type Period,
} from './period-rules.ts'

type Currency = Preferences['currency']

/**
 * The period, the policy, the client and the currency that one looks at, the same on all pages of the dashboard,
 * and what they ask the portal for. `report` is null until it is known in which currency amounts are
 * shown.
 */
export function useReport() {
  const { params, search, change } = useReportView()
  const profile = useQuery(profileQuery)
  const today = dayAt(useNow())
  const preferred = profile.data?.preferences.current.currency
  const [period, policy, chosen] = [periodFrom(params), policyFrom(params), currencyFrom(params)]
  const client = useClientInView()
  const currency = chosen ?? preferred
  // Where the preferences cannot be read, the portal takes the currency from them.
  const isReady = currency !== undefined || profile.isError
  const report = useMemo(
    () => (isReady ? reportOf(params, { currency, client, today }) : null),
    [isReady, params, currency, client, today],
  )
  return {
    period,
    policy,
    /** Whose policies alone it is about, where a broker looks at one client; else null. */
    client,
    today,
    report,
    /** For links to other pages of the same report. */
    search,
    choosePeriod: (next: Period) => change(withValues(params, periodParams(next))),
    choosePolicy: (next: string | null) => change(withValues(params, { policy: next })),
  }
}

/** A link to the dashboard alone leaves the currency to the profile. */
function useReportView() {
  return useAddressView(useReportMemory(), ['currency'])
}

const viewKey = ['insights', 'view'] as const

/** Beside the answers, and gone with them: it lasts for as long as somebody is signed in. */
function useReportMemory(): LastViewMemory {
  const queryClient = useQueryClient()
  return useMemo(() => {
    queryClient.setQueryDefaults(viewKey, { gcTime: Infinity })
    return {
      read: () => queryClient.getQueryData<LastView>(viewKey) ?? null,
      keep: (changes) =>
        queryClient.setQueryData<LastView>(viewKey, (before) => ({
          ...(before ?? unseen),
          ...changes,
        })),
    }
  }, [queryClient])
}

/** The currency of a report that is not that of the profile, or null; and another in its place. */
export function useReportCurrency() {
  const { params, change } = useReportView()
  return {
    chosen: currencyFrom(params),
    /** @param former what going back shows again */
    choose: (former: Currency, next: Currency) => {
      change(withValues(params, { currency: former }), false)
      change(withValues(params, { currency: next }))
    },
  }
}

type About = {
  readonly currency: Currency | undefined
  readonly client: string | null
  readonly today: string
}

function reportOf(params: URLSearchParams, { currency, client, today }: About): ReportQuery {
  const [period, policy] = [periodFrom(params), policyFrom(params)]
  const isFaulty = period.kind === 'chosen' && periodFaults(period.from, period.to, today) !== null
  return {
    ...(currency !== undefined && { currency }),
    ...(policy !== null && { policy }),
    ...inView(client),
    // An address may name any days; what is wrong with them stands at their fields.
    ...reportDatesOf(isFaulty ? usualPeriod : period, today),
  }
}

function policyFrom(params: URLSearchParams): string | null {
  return reportQuerySchema.shape.policy.safeParse(params.get('policy')).data ?? null
}

function currencyFrom(params: URLSearchParams): Currency | null {
  return currencySchema.safeParse(params.get('currency')).data ?? null
}

/** Null takes a value away. */
function withValues(
  params: URLSearchParams,
  values: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(values)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}
