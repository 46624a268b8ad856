/** What every call over IPC answers. Electron drops all but the message of a thrown error. */
import { z } from 'zod'
import { errorCodes } from './error-codes.ts'

/** Values that a sentence needs: of a problem's, or a path of this computer. */
export const errorParamsSchema = z.record(
  z.string().max(64),
  z.union([z.string().max(4_096), z.number()]),
)

/** Seconds after which anything that was refused for a while can be tried again: a day. */
export const longestWait = 86_400

/** One field that is wrong: a path as forms name it (`answers.1.answer`) and a code to translate. */
export const fieldErrorSchema = z.object({
  field: z.string(),
  code: z.string(),
  params: errorParamsSchema.optional(),
})
export type FieldError = z.infer<typeof fieldErrorSchema>

export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  params: errorParamsSchema.optional(),
  /** Seconds until another try can succeed. */
  retryAfter: z.number().int().nonnegative().max(longestWait).optional(),
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
