import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Policy } from '../../../shared/contract/credit/policies.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { amountFailure, amountOf } from '../../common/credit/amount-rules.ts'
import { MoneyField } from '../../common/credit/money-field.tsx'
import { usePolicyOptions } from '../../common/credit/policy-options.ts'
import { usePolicies } from '../../common/credit/queries.ts'
import { callPortal } from '../../common/data/portal.ts'
import { useIsOffline } from '../../common/data/portal-status.ts'
import { writeFailure } from '../../common/forms/field-failures.ts'
import { issueCode } from '../../common/forms/form-rules.ts'
import { StepForm } from '../../common/forms/step-form.tsx'
import { StepSummary } from '../../common/forms/step-summary.tsx'
import { useStep } from '../../common/forms/use-step.ts'
import { Content } from '../../common/frames/content.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { ComboboxField } from '../../ui/combobox-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { declaredQuery } from './api.ts'
import { Declarations } from './declarations.tsx'
import { ProductsNav } from './products-nav.tsx'
import styles from './products.module.css'
import { periodName, periodsBefore, yearBefore, type PeriodLength } from './turnover-periods.ts'

/** The turnover of a period that is over, declared in the policy's currency. */
export function TurnoverPage() {
  const { t } = useTranslation('products')
  const { data, error, isFetching, refetch } = usePolicies()
  const title = t('nav.turnover')
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={title}>{title}</PageHeading>
        <ProductsNav />
        {data !== undefined ? (
          data.policies.length === 0 ? (
            <p className={styles['quiet']}>{t('policies.none')}</p>
          ) : (
            <Declaring policies={data.policies} />
          )
        ) : error === null ? (
          <Loading text={t('policies.loading')} />
        ) : (
          <LoadFailure
            means="nothingKept"
            error={error.error}
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        <Declarations />
      </div>
    </Content>
  )
}

type Values = { readonly policyId: string; readonly period: string; readonly amount: string }

const lengths = ['quarter', 'month'] as const satisfies readonly PeriodLength[]

/** The form; what was declared of the period before stands beside its amount. */
function Declaring({ policies }: { readonly policies: readonly Policy[] }) {
  const { t } = useTranslation('products')
  const language = useLanguage()
  const [length, setLength] = useState<PeriodLength>('quarter')
  const [declared, setDeclared] = useState<'sent' | 'waiting' | null>(null)
  const [now] = useState(() => new Date())
  const periods = useMemo(() => periodsBefore(now, length), [now, length])
  const { form, policy } = useTurnoverForm(policies, periods[0] ?? '')
  const isOffline = useIsOffline()
  const step = useStep<Values>(form, [
    { name: 'policyId', label: t('turnover.policy') },
    { name: 'period', label: t('turnover.period') },
    { name: 'amount', label: t('turnover.amount') },
  ])
  const options = usePolicyOptions(policies)
  const currency = policy?.currency ?? 'EUR'
  const declare = form.handleSubmit(async ({ policyId, period, amount: typed }) => {
    const amount = amountOf(language, typed, currency)
    if (amount === null) return
    setDeclared(null)
    const outcome = await step.send(async () => {
      const result = await callPortal('servnet.declareTurnover', { policyId, period, amount })
      if (result.ok && result.data.kind === 'refused')
        return { ok: false, error: result.data.error }
      return result
    })
    if (outcome === null || outcome.kind === 'refused') return
    setDeclared(outcome.kind)
    form.reset({ policyId, period, amount: '' })
  })
  return (
    <StepForm mayWait step={step} className={styles['form']} onSubmit={() => void declare()}>
      <StepSummary {...step.summary} />
      {declared !== null && (
        <Notice tone="success">
          {t(declared === 'sent' ? 'turnover.sent' : 'turnover.waiting')}
        </Notice>
      )}
      <Controller
        control={form.control}
        name="policyId"
        render={({ field }) => (
          <ComboboxField
            {...field}
            id="policyId"
            label={t('turnover.policy')}
            error={step.problemsOf('policyId')[0]}
            options={options}
            openLabel={t('turnover.showPolicies')}
            emptyText={t('turnover.noPolicy')}
          />
        )}
      />
      <Chips
        name="length"
        legend={t('turnover.length')}
        chips={lengths.map((value) => ({ value, label: t(`turnover.${value}`) }))}
        value={length}
        onChoose={(value) => {
          setLength(value)
          form.setValue('period', periodsBefore(now, value)[0] ?? '')
        }}
      />
      <SelectField
        {...form.register('period')}
        id="period"
        label={t('turnover.period')}
        error={step.problemsOf('period')[0]}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {periodName(language, period)}
          </option>
        ))}
      </SelectField>
      <Controller
        control={form.control}
        name="amount"
        render={({ field }) => (
          <MoneyField
            {...field}
            id="amount"
            label={t('turnover.amount')}
            hint={t('turnover.amountHint')}
            error={step.problemsOf('amount')[0]}
            currency={currency}
          />
        )}
      />
      <Former form={form} />
      <ButtonRow>
        <Button type="submit" busy={step.busy} unavailable={step.waiting}>
          {t(isOffline ? 'turnover.keep' : 'turnover.declare')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

function useTurnoverForm(policies: readonly Policy[], lastPeriod: string) {
  const language = useLanguage()
  const [only, ...others] = policies
  const [policyId, setPolicyId] = useState(others.length === 0 ? (only?.id ?? '') : '')
  const policy = policies.find(({ id }) => id === policyId) ?? null
  const schema = useMemo(
    () =>
      z
        .object({ policyId: z.string().min(1), period: z.string().min(1), amount: z.string() })
        .superRefine(({ amount }, issues) => {
          const failure = amountFailure(language, amount, policy?.currency ?? 'EUR')
          if (failure === null) return
          issues.addIssue({ code: 'custom', path: ['amount'], message: writeFailure(failure) })
        }),
    [language, policy],
  )
  const form = useForm<Values>({
    resolver: zodResolver(schema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { policyId, period: lastPeriod, amount: '' },
  })
  const watched = useWatch({ control: form.control, name: 'policyId' })
  if (watched !== policyId) setPolicyId(watched)
  return { form, policy }
}

/** What this would replace, and what was declared for the same period a year before. */
function Former({ form }: Pick<ReturnType<typeof useTurnoverForm>, 'form'>) {
  const { t } = useTranslation('products')
  const language = useLanguage()
  const { policyId = '', period = '' } = useWatch({ control: form.control })
  const { data } = useQuery(declaredQuery(policyId, [period, yearBefore(period)]))
  const [former = null, earlier = null] = data ?? []
  if (former === null && earlier === null) return null
  return (
    <Notice>
      {former !== null && (
        <p>
          {t('turnover.former', {
            amount: formatMoney(language, former.amount),
            date: formatDay(language, former.declaredAt),
          })}
        </p>
      )}
      {earlier !== null && (
        <p>
          {t('turnover.yearBefore', {
            period: periodName(language, earlier.period),
            amount: formatMoney(language, earlier.amount),
          })}
        </p>
      )}
    </Notice>
  )
}
