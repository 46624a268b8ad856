/** `GET /v1/security-questions?language=`: the catalogue that enrolment chooses from. */
import { z } from 'zod'
import { idSchema, languageSchema, lineSchema } from '../common.ts'

/** Stable ids; their texts are in the catalogues under `questions.<id>`. */
export const securityQuestionIds = [
  'favourite-city',
  'mothers-maiden-name',
  'first-pet',
  'first-school',
  'first-employer',
  'childhood-street',
  'childhood-friend',
  'favourite-teacher',
  'first-car',
  'favourite-book',
  'favourite-film',
  'favourite-dish',
  'first-concert',
  'holiday-place',
  'grandmothers-first-name',
  'favourite-sport-team',
  'dream-profession',
  'parents-meeting-place',
] as const
export type SecurityQuestionId = (typeof securityQuestionIds)[number]

export const securityQuestionsQuerySchema = z.object({ language: languageSchema.default('fr') })
export const securityQuestionSchema = z.object({ id: idSchema, text: lineSchema.min(1) })
export type SecurityQuestion = z.infer<typeof securityQuestionSchema>
export const securityQuestionsSchema = z.object({
  items: z.array(securityQuestionSchema).min(15).max(100),
})

/** One chosen question with its answer, as typed; normalising is the portal's affair. */
export const answerSchema = z.object({
  questionId: idSchema,
  answer: z.string().trim().min(1).max(200),
})
export type Answer = z.infer<typeof answerSchema>

/** What can be wrong with three answers; pointers say which one. */
export const answerFailureCodes = [
  'question_unknown',
  'question_repeated',
  'answer_too_short',
  'answers_alike',
  'answer_is_username',
  'answer_is_email',
  'answer_is_password',
] as const
export type AnswerFailureCode = (typeof answerFailureCodes)[number]

/** A person's own three, as they chose them. */
export const chosenQuestionsSchema = z.object({ items: z.array(securityQuestionSchema).length(3) })
export const chosenAnswersRequestSchema = z.object({ answers: z.array(answerSchema).length(3) })

/** A rehearsal has no consequence: it tells which answers would still be right. */
export const rehearsalSchema = z.object({
  results: z.array(z.object({ questionId: idSchema, right: z.boolean() })).length(3),
})
export type Rehearsal = z.infer<typeof rehearsalSchema>
