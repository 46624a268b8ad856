import { useTranslation } from 'react-i18next'
import { mostInvoices } from '../../../../shared/contract/collectnet/cases.ts'
import type { LedgerCustomer } from '../../../../shared/contract/servnet/ledger-customers.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { nobody, whoOf, type WhoValues } from '../../../common/credit/buyer/who-values.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { useOpenWith } from '../../../common/navigation/opened-with.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import type { CustomerDetail } from '../api.ts'
import { CalendarOutcome, useCalendarFile } from './calendar-file.tsx'
import styles from './customer.module.css'

/** What can be done about a customer: a limit, a case, its days as a file. */
export function CustomerActions({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('exposure')
  const hasCollectnet = useHasService('collectnet')
  const openWith = useOpenWith()
  const calendar = useCalendarFile(detail.customer.key)
  const { customer } = detail
  const { policyId, owed } = customer
  const overdue = overdueOf(detail)
  const isToReport = customer.reporting === 'to_report' || customer.reporting === 'late'
  const who = whoIs(customer)
  const apply = (
    <Button
      variant={isToReport && hasCollectnet ? 'secondary' : 'primary'}
      onClick={() => openWith(paths.apply, { who, policyId, amount: positive(owed) })}
    >
      {t('actions.apply')}
    </Button>
  )
  return (
    <div className={styles['actions']}>
      <ButtonRow>
        {!isToReport && apply}
        {hasCollectnet && overdue.currency !== null && (
          <Button
            variant={isToReport ? 'primary' : 'secondary'}
            onClick={() =>
              openWith(paths.newCase, {
                who,
                policyId,
                currency: overdue.currency ?? '',
                invoices: overdue.invoices,
              })
            }
          >
            {t('actions.case')}
          </Button>
        )}
        {isToReport && apply}
        {customer.reportBy !== null && (
          <Button
            variant="secondary"
            busy={calendar.outcome.kind === 'busy'}
            onClick={calendar.save}
          >
            {t('calendar.one')}
          </Button>
        )}
      </ButtonRow>
      <CalendarOutcome outcome={calendar.outcome} />
      {!hasCollectnet && customer.daysOverdue > 0 && (
        <p className={styles['quiet']}>{t('actions.noCollectnet')}</p>
      )}
      {hasCollectnet && overdue.isOtherCurrency && (
        <p className={styles['quiet']}>
          {t('actions.otherCurrency', { currency: overdue.currency })}
        </p>
      )}
      {hasCollectnet && overdue.isMore && (
        <p className={styles['quiet']}>{t('actions.most', { max: mostInvoices })}</p>
      )}
    </div>
  )
}

/** The buyer that it is, or what the ledger says of it. */
function whoIs({ buyer, name, country, registrationNumber }: LedgerCustomer): WhoValues {
  if (buyer !== null) return whoOf(buyer)
  return {
    ...nobody,
    buyerName: name,
    country: country ?? '',
    registrationNumber: registrationNumber ?? '',
  }
}

function positive(money: LedgerCustomer['owed']) {
  return money !== null && Number(money.amount) > 0 ? money : null
}

/**
 * Those past their due date, oldest first, in the one currency that a case can have; null where there is
 * nothing for a case. Of an aged ledger no invoice is known: there the case begins with the buyer alone.
 */
function overdueOf({ invoices, agedOn }: CustomerDetail) {
  const due = invoices
    .filter(({ daysOverdue, amount }) => daysOverdue > 0 && Number(amount.amount) > 0)
    .toSorted((one, other) => other.daysOverdue - one.daysOverdue)
  const currency = due[0]?.amount.currency ?? null
  const known = agedOn === null ? due : []
  const ofCase = known.filter(({ amount }) => amount.currency === currency)
  return {
    currency,
    invoices: ofCase.slice(0, mostInvoices).map(({ number, issuedOn, dueOn, amount }) => ({
      number: number ?? '',
      issuedOn: issuedOn ?? '',
      dueOn: dueOn ?? '',
      amount,
    })),
    isOtherCurrency: ofCase.length < known.length,
    isMore: ofCase.length > mostInvoices,
  }
}
