import { useEffect } from 'react'
import type { StepFailure } from './step-summary.tsx'

type CodeForm = { readonly resetField: (name: 'code') => void }
type Step = { readonly busy: boolean; readonly failure: StepFailure | null }

/** Empties the field `code` once its code turned out to be too old: it can be entered no more. */
export function useClearedCode({ resetField }: CodeForm, { busy, failure }: Step): void {
  const isOver = !busy && failure?.error.code === 'code_expired'
  useEffect(() => {
    if (isOver) resetField('code')
  }, [isOver, resetField])
}
