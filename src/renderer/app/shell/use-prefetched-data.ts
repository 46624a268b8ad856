import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isAvailable } from '../../../shared/services.ts'
import { useAppPart } from '../../common/data/app-store.ts'
import { metaQuery, passwordPolicyQuery, profileQuery } from '../../common/data/queries.ts'
import { services } from '../services.ts'

/**
 * Fetches, in idle time, what the pages show offline, so that one need not have opened them while
 * there was a network: main keeps each answer. A failure shows where the page is opened.
 */
export function usePrefetchedData(): void {
  const queryClient = useQueryClient()
  const granted = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services : null,
  )
  useEffect(() => {
    if (granted === null) return undefined
    const idle = requestIdleCallback(() => {
      void queryClient.prefetchQuery(profileQuery)
      void queryClient.prefetchQuery(metaQuery)
      void queryClient.prefetchQuery(passwordPolicyQuery)
      for (const id of granted.filter(isAvailable)) void services[id].prefetch?.(queryClient)
    })
    return () => cancelIdleCallback(idle)
  }, [granted, queryClient])
}
