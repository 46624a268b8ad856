/** What the portal says of itself to everybody: also shown before anyone signs in. */
import { passwordPolicySchema } from '../../shared/contract/identity/password-policy.ts'
import { securityQuestionsSchema } from '../../shared/contract/identity/security-questions.ts'
import { metaSchema } from '../../shared/contract/portal/meta.ts'
import type { Language } from '../../shared/languages.ts'
import { defineResource } from './resource.ts'

const hourMs = 3_600_000

/** Services, contact and policy flags. */
export const metaResource = defineResource({
  name: 'meta',
  endpoint: 'meta',
  schema: metaSchema,
  maxAgeMs: hourMs,
})

/** The rules that a new password is checked by. */
export const passwordPolicyResource = defineResource({
  name: 'password-policy',
  endpoint: 'passwordPolicy',
  schema: passwordPolicySchema,
  maxAgeMs: hourMs,
})

/** The catalogue of questions, in a language. */
export const securityQuestionsResource = defineResource({
  name: 'security-questions',
  endpoint: 'securityQuestions',
  schema: securityQuestionsSchema,
  maxAgeMs: 24 * hourMs,
  request: ({ language }: { readonly language: Language }) => ({ query: { language } }),
})
