import { queryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../../../common/data/portal.ts'

/** Where the enrolment stands and what was typed so far; read anew whenever the page opens. */
export const enrolmentQuery = queryOptions({
  queryKey: ['enrolment'],
  queryFn: () => fetchFromPortal('enrolment.read', {}),
  staleTime: Infinity,
  gcTime: 0,
  // Typing goes on in the forms; an answer that arrives late must not overwrite them.
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})
