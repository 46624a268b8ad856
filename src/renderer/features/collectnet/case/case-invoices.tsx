import { useTranslation } from 'react-i18next'
import type { CaseDetail, Invoice } from '../../../../shared/contract/collectnet/cases.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import { minorUnitsOf, moneyOfUnits } from '../../../../shared/credit/minor-units.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { formatShortDay } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import styles from './case.module.css'

/** The invoices of a case and what was paid of each, with their sums. */
export function CaseInvoices({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('cases')
  const { invoices, claimed, recovered, outstanding } = detail
  return (
    <div className={styles['scroll']}>
      <table className={styles['invoices']}>
        <caption className="visually-hidden">{t('one.invoices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('invoice.number')}</th>
            <th scope="col">{t('invoice.issuedOn')}</th>
            <th scope="col">{t('invoice.dueOn')}</th>
            <th scope="col">{t('invoice.amount')}</th>
            <th scope="col">{t('invoice.paid')}</th>
            <th scope="col">{t('invoice.outstanding')}</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice) => (
            <InvoiceRow key={invoice.number} invoice={invoice} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('invoice.total')}
            </th>
            <Amounts amounts={[claimed, recovered, outstanding]} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function InvoiceRow({ invoice }: { readonly invoice: Invoice }) {
  const language = useLanguage()
  const { number, issuedOn, dueOn, amount, paid } = invoice
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <time dateTime={issuedOn}>{formatShortDay(language, issuedOn)}</time>
      </td>
      <td>
        <time dateTime={dueOn}>{formatShortDay(language, dueOn)}</time>
      </td>
      <Amounts amounts={[amount, paid, less(amount, paid)]} />
    </tr>
  )
}

function Amounts({ amounts }: { readonly amounts: readonly [Money, Money, Money] }) {
  const language = useLanguage()
  const [amount, paid, outstanding] = amounts
  return (
    <>
      <td className={styles['figure']}>{formatMoney(language, amount)}</td>
      <td className={styles['figure']}>{formatMoney(language, paid)}</td>
      <td className={styles['figure']}>{formatMoney(language, outstanding)}</td>
    </>
  )
}

/** Both are in one currency, with no more decimals than it has. */
function less(amount: Money, part: Money): Money {
  const units = (minorUnitsOf(amount) ?? 0n) - (minorUnitsOf(part) ?? 0n)
  return moneyOfUnits(units, amount.currency)
}
