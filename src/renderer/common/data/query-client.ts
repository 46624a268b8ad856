import { QueryClient } from '@tanstack/react-query'
import type { PortalError } from './portal.ts'

declare module '@tanstack/react-query' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- TanStack asks for merging
  interface Register {
    defaultError: PortalError
  }
}

/**
 * Answers kept while the app is open. Main already retries what is safe to repeat and answers from
 * its own store when offline, so the renderer does neither: its calls never wait for a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 30_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
