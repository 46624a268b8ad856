import { useState, useEffect } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/contract/result.ts'
import type { SummaryItem } from '../../ui/error-summary.tsx'
import { useFailureText, type Failure } from './field-failures.ts'
import { useCountdown } from '../../ui/clock.ts'
import { failuresOf, placeFieldErrors } from './form-failures.ts'
import { waitEnd, type StepFailure } from './step-summary.tsx'

export type StepField<Values extends FieldValues> = {
  readonly name: FieldPath<Values>
  readonly label: string
}

/** What both steps share: saving, and saying what is wrong, field by field and in one place. */
export function useStep<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  fields: readonly StepField<Values>[],
  /** What is known to be wrong beyond the form's own rules. */
  known: Partial<Record<FieldPath<Values>, readonly Failure[]>> = {},
) {
  const { t } = useTranslation('forms')
  const failureText = useFailureText()
  const [failure, setFailure] = useState<StepFailure | null>(null)
  const { errors, submitCount, isSubmitting } = form.formState
  const waiting = useCountdown(waitEnd(failure)) > 0

  /** Sentences for one field. That it is empty is said only after a try to save. */
  const problemsOf = (name: FieldPath<Values>): string[] =>
    withoutRepeats([...failuresOf(errors, name), ...(known[name] ?? [])])
      .filter(({ code }) => submitCount > 0 || !emptyCodes.has(code))
      .map(failureText)

  const items: SummaryItem[] = fields.flatMap(({ name, label }) =>
    problemsOf(name).map((problem) => ({
      fieldId: name,
      message: t('summary.item', { field: label, problem }),
    })),
  )

  /**
   * Sends what passed the rules. What main refuses lands on the fields it names; all else is said in
   * the summary. A call that the person called off answers null, which is no failure.
   */
  const send = async <Data>(call: () => Promise<Result<Data> | null>): Promise<Data | null> => {
    setFailure(null)
    const result = await call()
    if (result === null) return null
    if (result.ok) return result.data
    const names = fields.map(({ name }) => name)
    const placed = placeFieldErrors(form, result.error, names)
    // How long to wait is said even where the fields have the rest.
    if (!placed || result.error.retryAfter !== undefined) {
      setFailure({ error: result.error, at: Date.now() })
    }
    return null
  }

  return {
    problemsOf,
    send,
    /** What main said last, where it was about no field; null from the next try on. */
    failure,
    /** Takes back what main said: something was done about it. */
    dismiss: () => setFailure(null),
    busy: isSubmitting,
    /** Another try would be too early still. */
    waiting,
    summary: { attempt: submitCount, failure, items: submitCount > 0 ? items : [] },
  }
}

const emptyCodes = new Set(['required', 'question_required'])

function withoutRepeats(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.code, failure])).values()]
}

type CodeForm = { readonly resetField: (name: 'code') => void }
type Step = { readonly busy: boolean; readonly failure: StepFailure | null }

/** Empties the field `code` once its code turned out to be too old: it can be entered no more. */
export function useClearedCode({ resetField }: CodeForm, { busy, failure }: Step): void {
  const isOver = !busy && failure?.error.code === 'code_expired'
  useEffect(() => {
    if (isOver) resetField('code')
  }, [isOver, resetField])
}
