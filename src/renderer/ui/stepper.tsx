import { useTranslation } from 'react-i18next'
import styles from './stepper.module.css'

type StepperProps = {
  readonly steps: readonly string[]
  /** Index of the step one is at; all before it are done. */
  readonly current: number
}

/**
 * Where one is on a short way: "Etape 2 de 2", and what comes next. The heading below names the step
 * itself, so that this need not; whoever listens gets the whole list.
 */
export function Stepper({ steps, current }: StepperProps) {
  const { t } = useTranslation('common')
  const positionOf = (index: number) =>
    t('steps.position', { position: index + 1, total: steps.length })
  const ahead = steps[current + 1]
  return (
    <div className={styles['stepper']}>
      <ol className={styles['steps']} aria-label={t('steps.label')}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index <= current ? styles['reached'] : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="visually-hidden">
              {positionOf(index)} {step} {index < current && t('steps.done')}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles['words']} aria-hidden="true">
        {current < steps.length && <strong>{positionOf(current)}</strong>}
        {ahead !== undefined && <span>{t('steps.ahead', { step: ahead })}</span>}
      </p>
    </div>
  )
}
