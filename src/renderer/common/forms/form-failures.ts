/** From a form library's errors, and from main's, to what the person is shown. */
import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { get } from 'react-hook-form'
import { z } from 'zod'
import type { ErrorCode } from '../../../shared/contract/error-codes.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import { readFailure, writeFailure, type Failure } from './field-failures.ts'

const errorSchema = z.object({
  message: z.string().optional(),
  types: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])).optional(),
})

/** Everything wrong with `field`, in the order of the rules. */
export function failuresOf<Values extends FieldValues>(
  errors: FieldErrors<Values>,
  field: FieldPath<Values>,
): Failure[] {
  const error = errorSchema.safeParse(get(errors, field))
  if (!error.success) return []
  const { message, types = {} } = error.data
  const several = Object.values(types)
    .flat()
    .filter((text) => typeof text === 'string')
  const texts = several.length > 0 ? several : [message].filter((text) => text !== undefined)
  return texts.map(readFailure)
}

/** Puts main's answer on the fields it names, and tells whether it named any of this form. */
export function placeFieldErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: AppError,
  fields: readonly FieldPath<Values>[],
): boolean {
  const { code, fields: named = [] } = error
  const meant = named.length === 0 ? meantFields.get(code) : undefined
  const reported = meant === undefined ? named : [{ field: meant, code }]
  let placed = false
  for (const field of fields) {
    const messages = reported.filter((one) => one.field === field).map(writeFailure)
    const [message] = messages
    if (message === undefined) continue
    form.setError(field, { message, types: { portal: messages } })
    placed = true
  }
  return placed
}

/** Codes that are about one field, whether or not they name it. */
const meantFields: ReadonlyMap<ErrorCode, string> = new Map([
  ['email_taken', 'email'],
  ['invalid_credentials', 'currentPassword'],
])
