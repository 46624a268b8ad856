import { useDeferredValue, useEffect, useState } from 'react'
import type { PasswordContext } from '../../../shared/identity/password-policy.ts'
import type { StrengthLevel } from './password-strength.ts'

type Estimate = (password: string, context: PasswordContext) => StrengthLevel

/** The level of `password`, or null while it is empty or the meter is still being fetched. */
export function usePasswordStrength(
  password: string,
  context: PasswordContext,
): StrengthLevel | null {
  const [estimate, setEstimate] = useState<{ readonly run: Estimate } | null>(null)
  // An estimate takes a few milliseconds: typing goes first.
  const settled = useDeferredValue(password)
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      void import('./password-strength.ts').then(({ passwordStrength }) =>
        setEstimate({ run: passwordStrength }),
      )
    })
    return () => cancelIdleCallback(idle)
  }, [])
  if (estimate === null || settled === '') return null
  return estimate.run(settled, context)
}
