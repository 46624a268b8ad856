import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReportQuery } from '../../../../shared/contract/credit/dashboard.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { useNow } from '../../../ui/clock.ts'
import { dayAt, reportDatesOf, usualPeriod, type Period } from './period-rules.ts'

type View = {
  readonly period: Period
  /** Null for all of them. */
  readonly policy: string | null
}

const atFirst: View = { period: usualPeriod, policy: null }

/** Beside the answers, and gone with them: it lasts for as long as somebody is signed in. */
const viewKey = ['insights', 'view'] as const
const viewQuery = queryOptions({
  queryKey: viewKey,
  queryFn: ({ client }) => client.getQueryData<View>(viewKey) ?? atFirst,
  initialData: atFirst,
  staleTime: Infinity,
  gcTime: Infinity,
})

/**
 * The period and the policy that one looks at, the same on all pages of the dashboard, and what they
 * ask the portal for. `report` is null until it is known in which currency amounts are shown.
 */
export function useReport() {
  const queryClient = useQueryClient()
  const { data: view } = useQuery(viewQuery)
  const profile = useQuery(profileQuery)
  const today = dayAt(useNow())
  const currency = profile.data?.preferences.current.currency
  // Where the preferences cannot be read, the portal takes the currency from them.
  const isReady = currency !== undefined || profile.isError
  const report = useMemo(
    () => (isReady ? reportOf(view, currency, today) : null),
    [isReady, view, currency, today],
  )
  const change = (values: Partial<View>) =>
    queryClient.setQueryData<View>(viewKey, (before) => ({ ...(before ?? atFirst), ...values }))
  return {
    ...view,
    today,
    report,
    choosePeriod: (period: Period) => change({ period }),
    choosePolicy: (policy: string | null) => change({ policy }),
  }
}

function reportOf(
  { period, policy }: View,
  currency: ReportQuery['currency'],
  today: string,
): ReportQuery {
  return {
    ...(currency !== undefined && { currency }),
    ...(policy !== null && { policy }),
    ...reportDatesOf(period, today),
  }
}
