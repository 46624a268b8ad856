/** A proxy that asks who one is, where an administrator lets the person be asked. */
import { z } from 'zod'
import { alone, isPlainText, passwordInputSchema } from '../common.ts'
import { nothing, type Route } from '../route.ts'

export const proxyQuestionSchema = z.object({
  /** Of this asking: an answer to an earlier one is none to this. */
  id: z.number().int().nonnegative(),
  /** With its port. */
  host: z.string().max(300),
  /** What it calls itself: anybody's words. */
  realm: z.string().max(100),
  /** It has just refused what it was told. */
  isAgain: z.boolean(),
  /** Whether there is a keychain to keep the answer in. */
  canKeep: z.boolean(),
})
export type ProxyQuestion = z.infer<typeof proxyQuestionSchema>

const proxyAnswerSchema = z.strictObject({
  username: z.string().min(1).max(256, alone).refine(isPlainText),
  password: passwordInputSchema.max(256, alone),
  keep: z.boolean(),
})
export type ProxyAnswer = z.infer<typeof proxyAnswerSchema>

export const proxyRoutes = {
  /** Null: the person does not sign in. Which proxy it is for, main knows. */
  'app.answerProxy': {
    input: z.strictObject({
      id: z.number().int().nonnegative(),
      answer: proxyAnswerSchema.nullable(),
    }),
    output: nothing,
  },
} as const satisfies Record<string, Route>
