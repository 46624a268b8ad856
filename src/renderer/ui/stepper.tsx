import { useTranslation } from 'react-i18next'
import { CheckIcon } from './icons.tsx'
import styles from './stepper.module.css'

type StepperProps = {
  readonly steps: readonly string[]
  /** Index of the step one is at; all before it are done. */
  readonly current: number
}

/** Where one is on a short way: "Etape 2 de 2". */
export function Stepper({ steps, current }: StepperProps) {
  const { t } = useTranslation('common')
  return (
    <ol className={styles['steps']} aria-label={t('steps.label')}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'ahead'
        return (
          <li
            key={step}
            className={`${styles['step']} ${styles[state] ?? ''}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className={styles['number']}>
              {t('steps.position', { position: index + 1, total: steps.length })}
            </span>
            <span className={styles['name']}>
              {step}
              {state === 'done' && (
                <>
                  <CheckIcon size={16} />
                  <span className="visually-hidden">{t('steps.done')}</span>
                </>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
