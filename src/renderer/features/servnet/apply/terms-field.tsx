import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Chips } from '../../../ui/chips.tsx'
import fieldStyles from '../../../ui/field.module.css'
import styles from './apply.module.css'
import type { ApplicationForms } from './use-application.ts'

/** The usual ones, in days. */
const usual = ['30', '60', '90'] as const
const other = 'other'

type TermsFieldProps = {
  readonly form: ApplicationForms['howMuch']
  readonly error: string | undefined
  /** The longest that the policy covers, in days; null where that is not known. */
  readonly longest: number | null
}

/** Payment terms: the usual ones at a press, others in days. */
export function TermsField({ form, error, longest }: TermsFieldProps) {
  const { t } = useTranslation('apply')
  const terms = useWatch({ control: form.control, name: 'terms' })
  const isUsual = usual.some((days) => days === terms)
  const [isOther, setIsOther] = useState(terms !== '' && !isUsual)
  const choose = (value: string) => {
    setIsOther(value === other)
    form.setValue('terms', value === other ? '' : value, { shouldValidate: value !== other })
    if (value === other) form.clearErrors('terms')
  }
  return (
    <Chips
      name="termsChoice"
      legend={t('howMuch.terms')}
      hint={
        longest === null ? t('howMuch.termsHint') : t('howMuch.termsHintLongest', { days: longest })
      }
      error={error}
      chips={[
        ...usual.map((days) => ({
          value: days,
          label: t('howMuch.days', { count: Number(days) }),
        })),
        { value: other, label: t('howMuch.otherTerms') },
      ]}
      value={isOther ? other : isUsual ? terms : null}
      onChoose={choose}
    >
      {/* Where the summary of what is wrong leads, whichever is chosen. */}
      {isOther && (
        <span className={styles['days']}>
          <input
            {...form.register('terms')}
            id="terms"
            className={fieldStyles['input']}
            inputMode="numeric"
            autoComplete="off"
            aria-label={t('howMuch.otherTermsLong')}
            aria-invalid={error !== undefined || undefined}
          />
          <span>{t('howMuch.daysUnit')}</span>
        </span>
      )}
    </Chips>
  )
}
