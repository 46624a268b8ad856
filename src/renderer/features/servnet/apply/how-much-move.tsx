import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { currencies } from '../../../../shared/contract/identity/preferences.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import { MoneyField } from '../../../common/credit/money-field.tsx'
import { usePolicyOptions } from '../../../common/credit/policy-options.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { HowMuchValues } from './application-values.ts'
import styles from './apply.module.css'
import { ApplicationWarnings } from './application-warnings.tsx'
import { PresentLimit } from './present-limit.tsx'
import { TermsField } from './terms-field.tsx'
import type { ApplicationForms } from './use-application.ts'
import type { Checks } from './use-checks.ts'

type HowMuchMoveProps = {
  readonly forms: ApplicationForms
  readonly checks: Checks
  readonly onDone: () => void
}

/** The second move: under which policy, how much, for which terms and when. */
export function HowMuchMove({ forms, checks, onDone }: HowMuchMoveProps) {
  const { t } = useTranslation('apply')
  const { howMuch: form, policy, policies = [] } = forms
  const step = useStep(form, useHowMuchFields())
  const problemOf = (name: StepField<HowMuchValues>['name']) => step.problemsOf(name)[0]
  const options = usePolicyOptions(policies)
  const currency = useWatch({ control: form.control, name: 'currency' })
  const choosePolicy = (id: string) => {
    const chosen = policies.find((one) => one.id === id)
    const former = form.getValues()
    form.setValue('policyId', id, { shouldValidate: true })
    // What was typed for another currency is not taken for this one.
    if (chosen !== undefined && (former.amount === '' || former.currency === policy?.currency)) {
      form.setValue('currency', chosen.currency)
    }
  }
  return (
    <div className={styles['howMuch']}>
      <StepForm
        mayWait
        step={step}
        className={styles['fields']}
        onSubmit={() => void form.handleSubmit(onDone)()}
      >
        <StepSummary {...step.summary} />
        <Controller
          control={form.control}
          name="policyId"
          render={({ field }) => (
            <ComboboxField
              {...field}
              onChange={choosePolicy}
              id="policyId"
              label={t('howMuch.policy')}
              error={problemOf('policyId')}
              options={options}
              openLabel={t('howMuch.showPolicies')}
              emptyText={t('howMuch.noPolicy')}
            />
          )}
        />
        <Controller
          control={form.control}
          name="amount"
          render={({ field }) => (
            <MoneyField
              {...field}
              id="amount"
              label={t('howMuch.amount')}
              hint={t('howMuch.amountHint')}
              error={problemOf('amount')}
              currency={currency}
              currencies={withOwn(currencies, [currency, policy?.currency])}
              onCurrency={(code) => {
                form.setValue('currency', code)
                if (field.value !== '') void form.trigger('amount')
              }}
            />
          )}
        />
        <TermsField
          form={form}
          error={problemOf('terms')}
          longest={policy?.maximumTermsDays ?? null}
        />
        <div className={styles['pair']}>
          <TextField
            {...form.register('startsOn', { deps: ['endsOn'] })}
            id="startsOn"
            type="date"
            label={t('howMuch.startsOn')}
            optional
            hint={t('howMuch.startsOnHint')}
            error={problemOf('startsOn')}
          />
          <TextField
            {...form.register('endsOn')}
            id="endsOn"
            type="date"
            label={t('howMuch.endsOn')}
            optional
            hint={t('howMuch.endsOnHint')}
            error={problemOf('endsOn')}
          />
        </div>
        <ApplicationWarnings warnings={checks.warnings} />
        <ButtonRow>
          <Button type="submit">{t('goOn')}</Button>
        </ButtonRow>
      </StepForm>
      <PresentLimit who={forms.who.getValues()} limit={checks.limit} policy={policy} />
    </div>
  )
}

/** Those that one may choose, and those that are there already. */
function withOwn(
  choice: readonly string[],
  own: readonly (Policy['currency'] | undefined)[],
): readonly string[] {
  const others = own.filter((code) => code !== undefined && !choice.includes(code))
  return [...new Set([...others.filter((code) => code !== undefined), ...choice])]
}

/** The fields in their order, for the summary. */
function useHowMuchFields(): StepField<HowMuchValues>[] {
  const { t } = useTranslation('apply')
  return [
    { name: 'policyId', label: t('howMuch.policy') },
    { name: 'amount', label: t('howMuch.amount') },
    { name: 'terms', label: t('howMuch.terms') },
    { name: 'startsOn', label: t('howMuch.startsOn') },
    { name: 'endsOn', label: t('howMuch.endsOn') },
  ]
}
