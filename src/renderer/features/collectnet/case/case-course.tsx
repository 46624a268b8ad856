import { useTranslation } from 'react-i18next'
import type { CaseStep } from '../../../../shared/contract/collectnet/cases.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { StepSign } from '../../../common/credit/signs.tsx'
import { formatDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Unbroken } from '../../../ui/unbroken.tsx'
import styles from './case.module.css'

/** What happened, the latest first: a list in its order, drawn as a line of time. */
export function CaseCourse({ course }: { readonly course: readonly CaseStep[] }) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  return (
    <ol className={styles['course']} reversed>
      {course.toReversed().map(({ id, kind, at, amount, note }) => (
        <li key={id} className={styles['step']}>
          <StepSign kind={kind} />
          <div>
            <p className={styles['what']}>
              <strong>{t(`steps.${kind}`)}</strong>
              {amount !== null && (
                <span className={styles['amount']}>
                  {kind === 'instalment_plan'
                    ? t('instalment', { amount: formatMoney(language, amount) })
                    : formatMoney(language, amount)}
                </span>
              )}
            </p>
            <p className={styles['quiet']}>
              <Unbroken>
                <time dateTime={at}>{formatDay(language, at)}</time>
              </Unbroken>
            </p>
            {note !== null && (
              <p className={styles['note']} dir="auto">
                {note}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
