import type { ReactNode } from 'react'
import { NeedsPortal } from '../offline/needs-portal.tsx'
import type { useStep } from './use-step.ts'

type StepFormProps = {
  readonly step: Pick<ReturnType<typeof useStep>, 'busy' | 'waiting'>
  readonly className: string | undefined
  /** Sends what was typed; not called while that is under way, or would be too early. */
  readonly onSubmit: () => void
  /** Whether what is sent may wait on this computer; else one is told while the portal is away. */
  readonly mayWait?: boolean
  readonly children: ReactNode
}

/** A form of one step. Its fields' rules speak, and not the browser's. */
export function StepForm({ step, className, onSubmit, mayWait = false, children }: StepFormProps) {
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
      {!mayWait && <NeedsPortal />}
    </form>
  )
}
