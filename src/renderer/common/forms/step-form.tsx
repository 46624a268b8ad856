import type { ReactNode } from 'react'
import type { useStep } from './use-step.ts'

type StepFormProps = {
  readonly step: Pick<ReturnType<typeof useStep>, 'busy' | 'waiting'>
  readonly className: string | undefined
  /** Sends what was typed; not called while that is under way, or would be too early. */
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** A form of one step. Its fields' rules speak, and not the browser's. */
export function StepForm({ step, className, onSubmit, children }: StepFormProps) {
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!step.busy && !step.waiting) onSubmit()
      }}
    >
      {children}
    </form>
  )
}
