import { useTranslation } from 'react-i18next'
import type { LedgerCustomer } from '../../../../shared/contract/servnet/ledger-customers.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { formatCalendarDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { CheckIcon, QuestionIcon, WarningIcon } from '../../../ui/icons.tsx'
import styles from './customer.module.css'

type DeliveriesProps = {
  readonly customer: LedgerCustomer
  /** Of a ledger that has ages in place of due dates: its days are the earliest that they allow. */
  readonly isAged: boolean
}

/** Whether what is delivered today is covered, and why. */
export function Deliveries({ customer, isAged }: DeliveriesProps) {
  const { t } = useTranslation('exposure')
  const reasons = useReasons(customer, isAged)
  const { areDeliveriesCovered } = customer
  const verdict = areDeliveriesCovered === null ? 'unsaid' : areDeliveriesCovered ? 'yes' : 'no'
  const Sign = { yes: CheckIcon, no: WarningIcon, unsaid: QuestionIcon }[verdict]
  return (
    <section
      className={styles['deliveries']}
      data-verdict={verdict}
      aria-labelledby="customer-deliveries"
    >
      <Sign />
      <div>
        <h2 id="customer-deliveries">{t('deliveries.title')}</h2>
        <p className={styles['verdict']}>{t(`deliveries.${verdict}`)}</p>
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
    </section>
  )
}

/** Every reason there is, the days of its oldest invoice last. */
function useReasons(customer: LedgerCustomer, isAged: boolean): readonly string[] {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const { buyer, cover, limit, over, reporting, oldestDueOn, mepEndsOn, reportBy } = customer
  const day = (on: string | null) => (on === null ? '' : formatCalendarDay(language, on))
  const reasons: string[] = []
  if (buyer === null) reasons.push(t('deliveries.noBuyer'))
  else if (cover === 'unknown') reasons.push(t('deliveries.noDecision'))
  if (cover === 'refused') reasons.push(t('deliveries.refused'))
  if (cover === 'no_rate') reasons.push(t('deliveries.noRate'))
  if (cover === 'over' && over !== null && limit !== null) {
    reasons.push(
      t('deliveries.over', {
        over: formatMoney(language, over),
        limit: formatMoney(language, limit),
      }),
    )
  }
  if (isUsedUp(customer)) {
    reasons.push(
      t('deliveries.usedUp', { limit: limit === null ? '' : formatMoney(language, limit) }),
    )
  }
  if (reporting === 'not_due') reasons.push(t('deliveries.not_due'))
  else if (reporting !== null) {
    const due = t(isAged ? 'deliveries.dueAtTheEarliest' : 'deliveries.due', {
      due: day(oldestDueOn),
    })
    const left = t(`deliveries.${reporting}`, { mep: day(mepEndsOn), by: day(reportBy) })
    reasons.push(`${due} ${left}`)
  }
  return reasons
}

/** It owes as much as its limit, and nothing else speaks against its cover. */
function isUsedUp({ areDeliveriesCovered, cover, reporting }: LedgerCustomer): boolean {
  const isInTime = reporting === 'not_due' || reporting === 'within_mep'
  return areDeliveriesCovered === false && cover === 'covered' && isInTime
}
