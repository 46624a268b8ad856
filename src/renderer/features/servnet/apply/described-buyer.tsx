import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import {
  DescribedFields,
  useDescribedFields,
} from '../../../common/credit/buyer/described-fields.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import styles from './apply.module.css'
import { ApplicationWarnings } from './application-warnings.tsx'
import type { ApplicationForms } from './use-application.ts'
import type { Checks } from './use-checks.ts'

type DescribedBuyerProps = {
  readonly form: ApplicationForms['who']
  readonly checks: Checks
  readonly onSearch: () => void
  /** The company is in the list after all. */
  readonly onKnown: (buyer: Buyer) => void
  readonly onDone: () => void
}

/** A company that is not in the list. Its number is doubted where its check digits are wrong, and never refused. */
export function DescribedBuyer({ form, checks, onSearch, onKnown, onDone }: DescribedBuyerProps) {
  const { t } = useTranslation('apply')
  const step = useStep(form, useDescribedFields())
  const isNumberUnlikely = checks.warnings.some(({ kind }) => kind === 'number_unlikely')
  const others = checks.warnings.filter(({ kind }) => kind !== 'number_unlikely')
  return (
    <StepForm
      mayWait
      step={step}
      className={styles['fields']}
      onSubmit={() => void form.handleSubmit(onDone)()}
    >
      <StepSummary {...step.summary} />
      <DescribedFields form={form} step={step} isNumberUnlikely={isNumberUnlikely} />
      <Known warnings={others} onKnown={onKnown} />
      <ApplicationWarnings warnings={others} />
      <ButtonRow>
        <Button type="submit">{t('goOn')}</Button>
        <Button variant="secondary" onClick={onSearch}>
          {t('who.back')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

type KnownProps = Pick<Checks, 'warnings'> & Pick<DescribedBuyerProps, 'onKnown'>

/** The company that is known by this name or number is offered instead. */
function Known({ warnings, onKnown }: KnownProps) {
  const { t } = useTranslation('apply')
  const [busy, setBusy] = useState(false)
  const known = warnings.find((warning) => warning.kind === 'buyer_known')
  if (known?.kind !== 'buyer_known') return null
  const take = async () => {
    setBusy(true)
    const result = await callPortal('credit.buyer', { id: known.buyerId })
    setBusy(false)
    if (result.ok) onKnown(result.data.buyer)
  }
  return (
    <Notice
      action={
        <Button variant="secondary" busy={busy} onClick={() => void take()}>
          {t('warnings.takeKnown')}
        </Button>
      }
    >
      {t('warnings.buyer_known', { name: known.name })}
    </Notice>
  )
}
