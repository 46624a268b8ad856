import { Controller, useFieldArray, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { mostInvoices } from '../../../../shared/contract/collectnet/cases.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import { isDay, reportingOf } from '../../../../shared/credit/reporting.ts'
import { MoneyField } from '../../../common/credit/money-field.tsx'
import type { useStep } from '../../../common/forms/use-step.ts'
import { formatCalendarDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { ClockIcon, WarningIcon } from '../../../ui/icons.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { noInvoice, type CaseValues } from './case-values.ts'
import styles from './enter.module.css'
import type { CaseForms } from './use-entering.ts'

type InvoiceRowsProps = Pick<CaseForms, 'claim' | 'today'> & {
  readonly step: Pick<ReturnType<typeof useStep<CaseValues>>, 'problemsOf'>
  /** Whose conditions hold; null where none is chosen. */
  readonly policy: Policy | null
}

/** The invoices, each with its own problems, and until when it is to be reported. */
export function InvoiceRows(props: InvoiceRowsProps) {
  const { t } = useTranslation('cases')
  const { fields, append, remove } = useFieldArray({
    control: props.claim.control,
    name: 'invoices',
  })
  return (
    <>
      {fields.map(({ id }, index) => (
        <InvoiceRow
          key={id}
          {...props}
          index={index}
          onRemove={fields.length > 1 ? () => remove(index) : null}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          unavailable={fields.length >= mostInvoices}
          onClick={() => append(noInvoice, { focusName: `invoices.${fields.length}.number` })}
        >
          {t('enter.addInvoice')}
        </Button>
      </div>
    </>
  )
}

type InvoiceRowProps = InvoiceRowsProps & {
  readonly index: number
  /** Null for the only one. */
  readonly onRemove: (() => void) | null
}

function InvoiceRow({ claim, today, step, policy, index, onRemove }: InvoiceRowProps) {
  const { t } = useTranslation('cases')
  const [currency, dueOn] = useWatch({
    control: claim.control,
    name: ['currency', `invoices.${index}.dueOn`],
  })
  const at = `invoices.${index}` as const
  const problemOf = (field: 'number' | 'issuedOn' | 'dueOn' | 'amount') =>
    step.problemsOf(`${at}.${field}`)[0]
  const deps = [`${at}.dueOn`] as const
  return (
    <fieldset className={styles['invoice']}>
      <legend>{t('enter.invoice', { number: index + 1 })}</legend>
      <div className={styles['row']}>
        <TextField
          {...claim.register(`${at}.number`)}
          id={`${at}.number`}
          label={t('invoice.number')}
          error={problemOf('number')}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...claim.register(`${at}.issuedOn`, { deps: [...deps] })}
          id={`${at}.issuedOn`}
          type="date"
          label={t('invoice.issuedOn')}
          error={problemOf('issuedOn')}
        />
        <TextField
          {...claim.register(`${at}.dueOn`)}
          id={`${at}.dueOn`}
          type="date"
          label={t('invoice.dueOn')}
          error={problemOf('dueOn')}
        />
        <Controller
          control={claim.control}
          name={`${at}.amount`}
          render={({ field }) => (
            <MoneyField
              {...field}
              id={`${at}.amount`}
              label={t('invoice.amount')}
              error={problemOf('amount')}
              currency={currency}
            />
          )}
        />
      </div>
      <div className={styles['beneath']}>
        {policy !== null && isDay(dueOn) && <Deadline {...{ dueOn, policy, today }} />}
        {onRemove !== null && (
          <Button
            variant="quiet"
            aria-label={t('enter.removeLong', { number: index + 1 })}
            onClick={onRemove}
          >
            {t('enter.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

type DeadlineProps = {
  readonly dueOn: string
  readonly policy: Policy
  readonly today: string
}

/** Until when it is to be reported, by the conditions of the policy; or that this is over. */
function Deadline({ dueOn, policy, today }: DeadlineProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const { mepEndsOn, reportBy, state } = reportingOf(dueOn, policy, today)
  const day = (on: string) => formatCalendarDay(language, on)
  return (
    <p className={styles['deadline']} data-state={state}>
      {state === 'within_mep' ? <ClockIcon size={18} /> : <WarningIcon size={18} />}
      <span>{t(`enter.deadline.${state}`, { by: day(reportBy), mep: day(mepEndsOn) })}</span>
    </p>
  )
}
