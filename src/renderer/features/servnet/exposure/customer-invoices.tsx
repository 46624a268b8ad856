import { useTranslation } from 'react-i18next'
import type {
  LedgerCustomer,
  LedgerInvoice,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { ageOf } from '../../../../shared/credit/exposure.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { dash } from '../../../common/credit/figure-formats.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { formatCalendarDay, formatDays } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import styles from './customer.module.css'
import { ReportingSign } from './exposure-signs.tsx'

type CustomerInvoicesProps = {
  readonly customer: LedgerCustomer
  readonly invoices: readonly LedgerInvoice[]
  /** The day on which the ledger's ages were counted; null where it says due dates. */
  readonly agedOn: string | null
}

/** Its invoices, each with its days and how they come about. */
export function CustomerInvoices({ customer, invoices, agedOn }: CustomerInvoicesProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return (
    <>
      {customer.policyId === null && <p className={styles['quiet']}>{t('invoices.noPolicy')}</p>}
      <table className={styles['invoices']}>
        <caption className="visually-hidden">{t('invoices.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(agedOn === null ? 'invoices.number' : 'invoices.age')}</th>
            <th scope="col">{t('invoices.dueOn')}</th>
            <th scope="col">{t('invoices.reportBy')}</th>
            <th scope="col">{t('invoices.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- a ledger may name an invoice twice, or not at all
            <InvoiceRow key={place} invoice={invoice} agedOn={agedOn} />
          ))}
        </tbody>
      </table>
      {invoices.length < customer.invoices && (
        <p className={styles['quiet']}>
          {t('invoices.more', {
            shown: formatTotal(language, invoices.length),
            count: customer.invoices,
          })}
        </p>
      )}
    </>
  )
}

type InvoiceRowProps = Pick<CustomerInvoicesProps, 'agedOn'> & { readonly invoice: LedgerInvoice }

function InvoiceRow({ invoice, agedOn }: InvoiceRowProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const { number, issuedOn, dueOn, amount, daysOverdue, reportBy, reporting } = invoice
  const isCredit = amount.amount.startsWith('-')
  const day = (on: string) => formatCalendarDay(language, on)
  return (
    <tr>
      <th scope="row">
        <bdi>
          {agedOn === null ? (number ?? t('invoices.noNumber')) : t(`ages.${ageOf(dueOn, agedOn)}`)}
        </bdi>
        {issuedOn !== null && (
          <span className={styles['aside']}>{t('invoices.issued', { date: day(issuedOn) })}</span>
        )}
      </th>
      <td>
        {dueOn !== null && <time dateTime={dueOn}>{day(dueOn)}</time>}
        <span className={styles['aside']}>
          {daysOverdue > 0
            ? t('invoices.overdue', { days: formatDays(language, daysOverdue) })
            : t('invoices.notDue')}
        </span>
      </td>
      <td>
        {isCredit || reportBy === null ? (
          dash
        ) : (
          <>
            <span className={styles['deadline']}>
              <time dateTime={reportBy}>{day(reportBy)}</time>
              {reporting !== 'not_due' && <ReportingSign reporting={reporting} />}
            </span>
            <Explained invoice={invoice} />
          </>
        )}
      </td>
      <td className={styles['figure']}>
        {formatMoney(language, amount)}
        {isCredit && <span className={styles['aside']}>{t('invoices.credit')}</span>}
      </td>
    </tr>
  )
}

/** "3 septembre + 60 jours = 2 novembre; + 30 jours = 2 décembre". */
function Explained({
  invoice: { dueOn, mepEndsOn, reportBy },
}: {
  readonly invoice: LedgerInvoice
}) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  if (dueOn === null || mepEndsOn === null || reportBy === null) return null
  return (
    <span className={styles['aside']}>
      {t('invoices.explained', {
        due: formatCalendarDay(language, dueOn),
        mep: formatDays(language, daysBetween(dueOn, mepEndsOn)),
        mepEnd: formatCalendarDay(language, mepEndsOn),
        report: formatDays(language, daysBetween(mepEndsOn, reportBy)),
        by: formatCalendarDay(language, reportBy),
      })}
    </span>
  )
}

const millisecondsOfDay = 86_400_000

/** Of the calendar, as ISO 8601 writes them. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay)
}
