import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { LedgerCustomer } from '../../../../shared/contract/servnet/ledger-customers.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { formatCountry } from '../../../common/credit/list-formats.ts'
import { Fact, Facts, Part } from '../../../common/facts/facts.tsx'
import { DetailPage } from '../../../common/frames/detail-page.tsx'
import { formatCalendarDay, formatDays } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { lastPartOf, paths } from '../../../common/navigation/navigation.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Unbroken } from '../../../ui/unbroken.tsx'
import { ledgerCustomerQuery, type CustomerDetail } from '../api.ts'
import { CustomerActions } from './customer-actions.tsx'
import { CustomerIdentity } from './customer-identity.tsx'
import { CustomerInvoices } from './customer-invoices.tsx'
import styles from './customer.module.css'
import { Deliveries } from './deliveries.tsx'
import { AgedNotice, CoverSign } from './exposure-signs.tsx'

/** One customer of the ledger: how it stands, what can be done, who it is, and its invoices. */
export function CustomerPage() {
  const { t } = useTranslation('exposure')
  const [path] = useLocation()
  const key = lastPartOf(path)
  return (
    <DetailPage
      list={{ path: paths.exposure, name: t('title') }}
      query={useQuery(ledgerCustomerQuery(key))}
      texts={{ loading: t('customer.loading'), missing: t('customer.missing') }}
    >
      {(detail) => <Customer key={key} detail={detail} />}
    </DetailPage>
  )
}

function Customer({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const { customer, invoices } = detail
  const { name, owed, owedAsWritten, cover } = customer
  const written = owedAsWritten.map((money) => formatMoney(language, money)).join(' + ')
  return (
    <>
      <div>
        <PageHeading title={name}>
          <bdi>{name}</bdi>
        </PageHeading>
        <p className={styles['quiet']}>
          <WrittenIdentity customer={customer} />
        </p>
      </div>
      <div>
        <p className={styles['quiet']}>{t('customer.owed')}</p>
        <p className={styles['state']}>
          <strong className={styles['large']}>
            {owed === null ? t('customer.unknown') : formatMoney(language, owed)}
          </strong>
          <strong>
            <CoverSign cover={cover} />
          </strong>
        </p>
        {written !== '' && (
          <p className={styles['quiet']}>{t('customer.asWritten', { amounts: written })}</p>
        )}
      </div>
      {detail.agedOn !== null && <AgedNotice agedOn={detail.agedOn} />}
      <Deliveries customer={customer} isAged={detail.agedOn !== null} />
      <CustomerActions detail={detail} />
      <CustomerFacts customer={customer} />
      <CustomerIdentity detail={detail} />
      {invoices.length > 0 && (
        <Part title={t('invoices.title')}>
          <CustomerInvoices customer={customer} invoices={invoices} agedOn={detail.agedOn} />
        </Part>
      )}
    </>
  )
}

type OfCustomer = { readonly customer: LedgerCustomer }

/** As the ledger writes it. */
function WrittenIdentity({
  customer: { customerNumber, country, registrationNumber },
}: OfCustomer) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return [
    customerNumber === null ? null : t('identity.customerNumber', { number: customerNumber }),
    country === null ? null : formatCountry(language, country),
    registrationNumber,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function CustomerFacts({ customer }: OfCustomer) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const { limit, over, overdue, daysOverdue, oldestDueOn, mepEndsOn, reportBy, policyId } = customer
  const day = (on: string) => (
    <Unbroken>
      <time dateTime={on}>{formatCalendarDay(language, on)}</time>
    </Unbroken>
  )
  return (
    <Facts>
      <Fact name={t('customer.limit')}>
        {limit === null ? t('customer.noLimit') : formatMoney(language, limit)}
      </Fact>
      {over !== null && Number(over.amount) > 0 && (
        <Fact name={t('customer.over')}>{formatMoney(language, over)}</Fact>
      )}
      <Fact name={t('customer.overdue')}>
        {overdue === null ? t('customer.unknown') : formatMoney(language, overdue)}
        {daysOverdue > 0 && (
          <span className={styles['aside']}>
            {t('customer.overdueSince', { days: formatDays(language, daysOverdue) })}
          </span>
        )}
      </Fact>
      {oldestDueOn !== null && <Fact name={t('customer.oldest')}>{day(oldestDueOn)}</Fact>}
      {mepEndsOn !== null && <Fact name={t('customer.mep')}>{day(mepEndsOn)}</Fact>}
      {reportBy !== null && <Fact name={t('customer.reportBy')}>{day(reportBy)}</Fact>}
      {policyId !== null && (
        <Fact
          name={t('customer.policy')}
          {...(customer.isPolicyChosen && { help: t('customer.policyChosen') })}
        >
          <Unbroken>{policyId}</Unbroken>
        </Fact>
      )}
    </Facts>
  )
}
