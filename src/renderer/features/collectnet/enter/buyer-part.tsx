import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { BuyerLine } from '../../../common/credit/buyer/buyer-line.tsx'
import { BuyerSearchField } from '../../../common/credit/buyer/buyer-search.tsx'
import {
  DescribedFields,
  useDescribedFields,
} from '../../../common/credit/buyer/described-fields.tsx'
import { nobody, whoOf } from '../../../common/credit/buyer/who-values.ts'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import styles from './enter.module.css'
import type { CaseForms } from './use-entering.ts'

type BuyerPartProps = {
  readonly form: CaseForms['who']
  readonly isNumberUnlikely: boolean
}

/** Whom the case is about: found in the list, or described. */
export function BuyerPart({ form, isNumberUnlikely }: BuyerPartProps) {
  const { t } = useTranslation(['cases', 'apply'])
  const step = useStep(form, useDescribedFields())
  const buyerId = useWatch({ control: form.control, name: 'buyerId' })
  const { registrationNumber, town } = form.getValues()
  const [isDescribed, setDescribed] = useState(`${registrationNumber}${town}` !== '')
  if (buyerId !== '') {
    return (
      <div className={styles['chosen']}>
        <BuyerLine who={form.getValues()} />
        <Button variant="secondary" onClick={() => form.reset(nobody)}>
          {t('apply:who.another')}
        </Button>
      </div>
    )
  }
  if (!isDescribed) {
    return (
      <>
        {form.formState.submitCount > 0 && <Notice tone="error">{t('enter.buyerMissing')}</Notice>}
        <BuyerSearchField
          form={form}
          onChoose={(buyer) => form.reset(whoOf(buyer))}
          onDescribe={() => setDescribed(true)}
        />
      </>
    )
  }
  return (
    <div className={styles['fields']}>
      <StepSummary {...step.summary} />
      <DescribedFields form={form} step={step} isNumberUnlikely={isNumberUnlikely} />
      <div>
        <Button variant="secondary" onClick={() => setDescribed(false)}>
          {t('apply:who.back')}
        </Button>
      </div>
    </div>
  )
}
