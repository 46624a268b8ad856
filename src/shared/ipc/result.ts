/** What every call over IPC answers. Electron drops all but the message of a thrown error. */
import { z } from 'zod'
import { paramsSchema } from '../portal/problem.ts'
import { errorCodes } from './error-codes.ts'

/** One field that is wrong: a path as forms name it (`answers.1.answer`) and a code to translate. */
export const fieldErrorSchema = z.object({
  field: z.string(),
  code: z.string(),
  params: paramsSchema.optional(),
})
export type FieldError = z.infer<typeof fieldErrorSchema>

export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  params: paramsSchema.optional(),
  /** Seconds until another try can succeed. */
  retryAfter: z.number().int().nonnegative().optional(),
  fields: z.array(fieldErrorSchema).optional(),
})
export type AppError = z.infer<typeof appErrorSchema>

export type Result<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: AppError }

export function success<Data>(data: Data): Result<Data> {
  return { ok: true, data }
}

export function failure(error: AppError): Result<never> {
  return { ok: false, error }
}
