import { useEffect, useRef } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { currencies } from '../../../../shared/contract/identity/preferences.ts'
import type { Attached } from '../../../../shared/contract/collectnet/documents.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { usePolicyOptions } from '../../../common/credit/policy-options.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useIsOffline } from '../../../common/data/portal-status.ts'
import { placeFieldErrors } from '../../../common/forms/form-failures.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import { whoFields } from '../../../common/credit/buyer/who-values.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { casePath } from '../../../common/navigation/navigation.ts'
import { showStatusSheet } from '../../../common/navigation/overlays.ts'
import { Button, ButtonRow, buttonClass } from '../../../ui/button.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { Field, fieldAria } from '../../../ui/field.tsx'
import fieldStyles from '../../../ui/field.module.css'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { AttachedDocuments } from '../documents/case-documents.tsx'
import { useAttached } from '../documents/use-documents.ts'
import { BuyerPart } from './buyer-part.tsx'
import { atFormFields, invoiceFields, requestOf, type CaseValues } from './case-values.ts'
import styles from './enter.module.css'
import { InvoiceRows } from './invoice-rows.tsx'
import {
  useCaseChecks,
  useCaseDraft,
  useCaseForms,
  type CaseChecks,
  type CaseForms,
  type CaseStart,
} from './use-entering.ts'

export type SentCase = Exclude<RouteOutput<'collectnet.enter'>, { kind: 'refused' }>

type CaseFormProps = {
  readonly start: CaseStart
  readonly policies: readonly Policy[]
  readonly onSent: (sent: SentCase) => void
}

/** Whom it is about, under which policy, by which invoices; and sending it. */
export function CaseForm({ start, policies, onSent }: CaseFormProps) {
  const { t } = useTranslation(['cases', 'apply'])
  const forms = useCaseForms(start)
  const attached = useAttached(start.documents)
  const { documents } = attached
  const draft = useCaseDraft(forms, start, documents)
  const { settle } = attached
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- with each change of the documents
  useEffect(() => settle(draft.flush), [documents, settle, draft.flush])
  const checks = useCaseChecks(start.id, forms)
  const step = useStep(forms.claim, useClaimFields(forms.claim))
  const isOffline = useIsOffline()
  const policyId = useWatch({ control: forms.claim.control, name: 'policyId' })
  const policy = policies.find(({ id }) => id === policyId) ?? null
  const send = useSending({ start, forms, documents, step, onSent, onEnd: () => draft.end() })
  return (
    <StepForm mayWait step={step} className={styles['form']} onSubmit={() => void send()}>
      <div className={styles['all']} onBlur={draft.flush}>
        <StepSummary {...step.summary}>
          <ExistingCase id={step.failure?.error.params?.['caseId']} />
        </StepSummary>
        <section className={styles['part']} aria-labelledby="case-buyer">
          <h2 id="case-buyer">{t('one.buyer')}</h2>
          <BuyerPart form={forms.who} isNumberUnlikely={checks.isNumberUnlikely} />
        </section>
        <section className={styles['part']} aria-labelledby="case-invoices">
          <h2 id="case-invoices">{t('one.invoices')}</h2>
          <PolicyFields {...{ forms, policies, step }} />
          <InvoiceRows claim={forms.claim} today={forms.today} step={step} policy={policy} />
          <Remarks {...{ forms, step }} />
        </section>
        <section className={styles['part']} aria-labelledby="case-documents">
          <h2 id="case-documents">{t('documents.title')}</h2>
          <AttachedDocuments attached={attached} />
        </section>
        <Warnings checks={checks} />
        <ButtonRow>
          <Button
            type="submit"
            variant={checks.exists === null ? 'primary' : 'secondary'}
            busy={step.busy}
            unavailable={step.waiting}
          >
            {t(isOffline ? 'enter.keep' : 'enter.send')}
          </Button>
        </ButtonRow>
        <p className={styles['kept']}>
          {draft.kept ? draft.savedAt !== null && t('enter.kept') : t('apply:notKept')}
        </p>
      </div>
    </StepForm>
  )
}

type SendingOptions = {
  readonly start: CaseStart
  readonly forms: CaseForms
  readonly documents: Attached[]
  readonly step: Pick<ReturnType<typeof useStep<CaseValues>>, 'send'>
  readonly onSent: (sent: SentCase) => void
  readonly onEnd: () => void
}

/** Sends it, once however often one clicks; what is refused comes back at its fields. */
function useSending(options: SendingOptions) {
  const { start, documents, step, onSent, onEnd } = options
  const { who, claim } = options.forms
  const language = useLanguage()
  const isUnderWay = useRef(false)
  return async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    let isWhoRight = false
    await who.handleSubmit(() => {
      isWhoRight = true
    })()
    await claim.handleSubmit(async (values) => {
      const request = requestOf(language, who.getValues(), values)
      if (request === null || !isWhoRight) return
      const outcome = await step.send(async () => {
        const result = await callPortal('collectnet.enter', { id: start.id, request, documents })
        if (!result.ok || result.data.kind !== 'refused') return result
        const { error } = result.data
        const fields = atFormFields(error.fields ?? [])
        placeFieldErrors(who, { ...error, fields }, [...whoFields])
        return { ok: false, error: { ...error, fields } }
      })
      if (outcome === null || outcome.kind === 'refused') return
      onEnd()
      onSent(outcome)
    })()
    isUnderWay.current = false
  }
}

type PartProps = {
  readonly forms: CaseForms
  readonly step: Pick<ReturnType<typeof useStep<CaseValues>>, 'problemsOf'>
}

function PolicyFields({
  forms: { claim },
  policies,
  step,
}: PartProps & Pick<CaseFormProps, 'policies'>) {
  const { t } = useTranslation(['cases', 'apply', 'credit'])
  const options = usePolicyOptions(policies)
  const currency = useWatch({ control: claim.control, name: 'currency' })
  const choices = [...new Set([currency, ...policies.map((one) => one.currency), ...currencies])]
  return (
    <div className={styles['policy']}>
      <Controller
        control={claim.control}
        name="policyId"
        render={({ field }) => (
          <ComboboxField
            {...field}
            onChange={(id) => {
              field.onChange(id)
              const chosen = policies.find((one) => one.id === id)
              const isTyped = claim.getValues('invoices').some(({ amount }) => amount !== '')
              // What was typed for another currency is not taken for this one.
              if (chosen !== undefined && !isTyped) claim.setValue('currency', chosen.currency)
            }}
            id="policyId"
            label={t('one.policy')}
            error={step.problemsOf('policyId')[0]}
            options={options}
            openLabel={t('apply:howMuch.showPolicies')}
            emptyText={t('apply:howMuch.noPolicy')}
          />
        )}
      />
      <SelectField
        {...claim.register('currency')}
        id="currency"
        label={t('credit:money.currency')}
        error={step.problemsOf('currency')[0]}
      >
        {choices.map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

function Remarks({ forms: { claim }, step }: PartProps) {
  const { t } = useTranslation('cases')
  const error = step.problemsOf('remarks')[0]
  return (
    <Field id="remarks" label={t('one.remarks')} error={error} optional>
      <div className={fieldStyles['control']}>
        <textarea
          {...claim.register('remarks')}
          {...fieldAria('remarks', { error })}
          id="remarks"
          rows={4}
          dir="auto"
          className={`${fieldStyles['input']} ${styles['remarks']}`}
        />
      </div>
    </Field>
  )
}

/** What is known to keep it from being taken. */
function Warnings({ checks: { exists, waits } }: { readonly checks: CaseChecks }) {
  const { t } = useTranslation('cases')
  return (
    <>
      {exists !== null && (
        <Notice
          tone="warning"
          title={t('enter.exists', { number: exists.number })}
          action={
            <Link className={buttonClass('secondary')} href={casePath(exists.caseId)}>
              {t('enter.openExisting')}
            </Link>
          }
        >
          {t('enter.existsNext')}
        </Notice>
      )}
      {waits !== null && (
        <Notice
          tone="warning"
          title={t('enter.waits', { number: waits.number })}
          action={
            <Button variant="secondary" onClick={() => showStatusSheet(true)}>
              {t('enter.showOutbox')}
            </Button>
          }
        />
      )}
    </>
  )
}

/** Where the portal refuses it as there is one: the way to that one. */
function ExistingCase({ id }: { readonly id: string | number | undefined }) {
  const { t } = useTranslation('cases')
  if (typeof id !== 'string') return null
  return (
    <p>
      <Link href={casePath(id)}>{t('enter.openExisting')}</Link>
    </p>
  )
}

/** The fields in their order, for the summary. */
function useClaimFields(claim: CaseForms['claim']): StepField<CaseValues>[] {
  const { t } = useTranslation('cases')
  const invoices = useWatch({ control: claim.control, name: 'invoices' })
  return [
    { name: 'policyId', label: t('one.policy') },
    ...invoices.flatMap((_, index) =>
      invoiceFields.map((field) => ({
        name: `invoices.${index}.${field}` as const,
        label: `${t('enter.invoice', { number: index + 1 })}, ${t(`invoice.${field}`)}`,
      })),
    ),
    { name: 'remarks', label: t('one.remarks') },
  ]
}
