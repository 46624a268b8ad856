import { QueryClient } from '@tanstack/react-query'
import type { PortalError } from './portal.ts'

declare module '@tanstack/react-query' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- TanStack asks for merging
  interface Register {
    defaultError: PortalError
  }
}

/**
 * Answers kept while the app is open. Main retries what is safe to repeat, answers from its own store
 * first and refreshes that by itself, so the renderer does neither: asking again is cheap, and its
 * calls never wait for a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnReconnect: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
