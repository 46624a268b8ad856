/** What enrolment reads. Nothing typed by the person goes through a query: its cache keeps keys. */
import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../shared/portal/common.ts'
import { fetchFromPortal } from '../../lib/portal.ts'

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

export const passwordPolicyQuery = queryOptions({
  queryKey: ['password-policy'],
  queryFn: () => fetchFromPortal('portal.passwordPolicy', {}),
  staleTime: Infinity,
})

/** The catalogue of questions in `language`. */
export const securityQuestionsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['security-questions', language],
    queryFn: () => fetchFromPortal('portal.securityQuestions', { language }),
    staleTime: Infinity,
  })
