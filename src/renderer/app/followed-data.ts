/** Keeps what the pages show in step with what main keeps. */
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { creditResources } from '../common/credit/queries.ts'
import { commonResources, type ResourceQueries } from '../common/data/queries.ts'
import { callPortal } from '../common/data/portal.ts'
import { services } from './services.ts'

const tables: readonly ResourceQueries[] = [
  commonResources,
  creditResources,
  ...Object.values(services).map(({ resources }) => resources ?? {}),
]

/**
 * Asks again for what has changed, which is cheap: main answers from its store. What failed for want
 * of the portal is asked for again once that is back; "Refresh" of the menu asks for all that is shown.
 */
export function useFollowedData(queryClient: QueryClient): void {
  useEffect(() => {
    const { portal } = window
    const stops = [
      portal.on('resource.changed', ({ resources }) => {
        const shown = resources.flatMap((name) => tables.flatMap((table) => table[name] ?? []))
        for (const queries of shown) void queryClient.invalidateQueries(queries)
      }),
      portal.on('status.changed', ({ connection }) => {
        if (connection.kind !== 'online') return
        void queryClient.refetchQueries({
          type: 'active',
          predicate: ({ state }) => state.status === 'error' && state.fetchStatus === 'idle',
        })
      }),
      portal.on('menu.chosen', ({ kind }) => {
        if (kind === 'refresh') void refresh(queryClient)
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [queryClient])
}

/** What main keeps is brought up to date first, as far as the portal answers. */
async function refresh(queryClient: QueryClient): Promise<void> {
  await callPortal('status.check', {})
  await queryClient.refetchQueries({ type: 'active' })
}
