import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrengthLevel } from './password-strength.ts'
import styles from './password-guide.module.css'
import type { PasswordContext } from '../../../shared/identity/password-policy.ts'

/** In the meter's order; spelled out here so that this file does not bring the meter along. */
const order = { very_weak: 1, weak: 2, fair: 3, good: 4, strong: 5 } as const satisfies Record<
  StrengthLevel,
  number
>

type StrengthMeterProps = { readonly id: string; readonly level: StrengthLevel | null }

/** Five strokes and a word; the word alone says it all. */
export function StrengthMeter({ id, level }: StrengthMeterProps) {
  const { t } = useTranslation('passwords')
  const reached = level === null ? 0 : order[level]
  return (
    <div className={styles['meter']}>
      <span className={styles['strokes']} aria-hidden="true">
        {Object.values(order).map((position) => (
          <span key={position} data-reached={position <= reached || undefined} />
        ))}
      </span>
      <span className={styles['meterText']} id={id}>
        {t('strength.label')}
        {level !== null && <strong> {t(`strength.levels.${level}`)}</strong>}
      </span>
    </div>
  )
}

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
