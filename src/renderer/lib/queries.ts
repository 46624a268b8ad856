/** What several pages read. Nothing typed by the person goes through a query: its cache keeps keys. */
import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../../shared/portal/common.ts'
import { fetchFromPortal } from './portal.ts'

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
