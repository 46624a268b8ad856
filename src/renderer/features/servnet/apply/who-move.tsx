import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import { BuyerLine } from '../../../common/credit/buyer/buyer-line.tsx'
import { BuyerSearchField } from '../../../common/credit/buyer/buyer-search.tsx'
import { nobody, whoOf } from '../../../common/credit/buyer/who-values.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import styles from './apply.module.css'
import { DescribedBuyer } from './described-buyer.tsx'
import type { ApplicationForms } from './use-application.ts'
import type { Checks } from './use-checks.ts'
import { ApplicationWarnings } from './application-warnings.tsx'

type WhoMoveProps = {
  readonly form: ApplicationForms['who']
  readonly checks: Checks
  readonly startsDescribed: boolean
  readonly onDone: () => void
}

/** How a buyer is named: found in the list, or described. */
type Way = 'chosen' | 'search' | 'describe'

/** The first move: a buyer that is known, or one to describe. */
export function WhoMove({ form, checks, startsDescribed, onDone }: WhoMoveProps) {
  const { t } = useTranslation('apply')
  const buyerId = useWatch({ control: form.control, name: 'buyerId' })
  const { registrationNumber, town } = form.getValues()
  const isDescribed = startsDescribed || `${registrationNumber}${town}` !== ''
  const [way, setWay] = useState<Way>(
    buyerId !== '' ? 'chosen' : isDescribed ? 'describe' : 'search',
  )
  const choose = (buyer: Buyer) => {
    form.reset(whoOf(buyer))
    onDone()
  }
  const look = (next: Way) => {
    if (buyerId !== '') form.reset(nobody)
    setWay(next)
  }
  if (way === 'describe') {
    return (
      <DescribedBuyer
        {...{ form, checks, onDone }}
        onSearch={() => look('search')}
        onKnown={choose}
      />
    )
  }
  if (way === 'chosen') {
    return (
      <div className={styles['fields']}>
        <BuyerLine who={form.getValues()} />
        <ApplicationWarnings warnings={checks.warnings} />
        <ButtonRow>
          <Button onClick={onDone}>{t('goOn')}</Button>
          <Button variant="secondary" onClick={() => look('search')}>
            {t('who.another')}
          </Button>
        </ButtonRow>
      </div>
    )
  }
  return <BuyerSearchField form={form} onChoose={choose} onDescribe={() => look('describe')} />
}
