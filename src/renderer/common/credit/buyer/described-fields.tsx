import { Controller, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isCountryCode } from '../../../../shared/rules/countries.ts'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { StepField, useStep } from '../../forms/use-step.ts'
import { useCountryOptions } from '../../i18n/country-options.ts'
import styles from './buyer.module.css'
import type { WhoValues } from './who-values.ts'

type DescribedFieldsProps = {
  readonly form: UseFormReturn<WhoValues>
  readonly step: Pick<ReturnType<typeof useStep<WhoValues>>, 'problemsOf'>
  /** Its check digits are wrong: doubted, and never refused. */
  readonly isNumberUnlikely: boolean
}

/** A company that is not in the list, in words. */
export function DescribedFields({ form, step, isNumberUnlikely }: DescribedFieldsProps) {
  const { t } = useTranslation('apply')
  const problemOf = (name: StepField<WhoValues>['name']) => step.problemsOf(name)[0]
  const countries = useCountryOptions(null)
  return (
    <>
      <TextField
        {...form.register('buyerName')}
        id="buyerName"
        label={t('who.name')}
        hint={t('who.nameHint')}
        error={problemOf('buyerName')}
        autoComplete="off"
        spellCheck={false}
      />
      <Controller
        control={form.control}
        name="country"
        render={({ field }) => (
          <ComboboxField
            {...field}
            value={isCountryCode(field.value) ? field.value : ''}
            id="country"
            label={t('who.country')}
            error={problemOf('country')}
            options={countries}
            openLabel={t('who.showCountries')}
            emptyText={t('who.noCountry')}
          />
        )}
      />
      <div className={styles['pair']}>
        <TextField
          {...form.register('registrationNumber')}
          id="registrationNumber"
          label={t('who.number')}
          optional
          error={problemOf('registrationNumber')}
          aria-describedby={isNumberUnlikely ? 'number-unlikely' : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...form.register('town')}
          id="town"
          label={t('who.town')}
          optional
          error={problemOf('town')}
          autoComplete="off"
        />
      </div>
      {isNumberUnlikely && (
        <div id="number-unlikely">
          <Notice tone="warning">{t('warnings.number_unlikely')}</Notice>
        </div>
      )}
    </>
  )
}

/** The fields in their order, for the summary. */
export function useDescribedFields(): StepField<WhoValues>[] {
  const { t } = useTranslation('apply')
  return [
    { name: 'buyerName', label: t('who.name') },
    { name: 'country', label: t('who.country') },
    { name: 'registrationNumber', label: t('who.number') },
    { name: 'town', label: t('who.town') },
  ]
}
