import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { CaseDetail } from '../../../../shared/contract/collectnet/cases.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { caseQuery } from '../../../common/credit/queries.ts'
import { CaseSign } from '../../../common/credit/signs.tsx'
import { Fact, Facts, Part } from '../../../common/facts/facts.tsx'
import { DetailPage } from '../../../common/frames/detail-page.tsx'
import { formatDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useClientInView } from '../../../common/navigation/client-view.tsx'
import { buyerPath, lastPartOf, paths } from '../../../common/navigation/navigation.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Unbroken } from '../../../ui/unbroken.tsx'
import { CaseDocuments } from '../documents/case-documents.tsx'
import { CaseCourse } from './case-course.tsx'
import { CaseInvoices } from './case-invoices.tsx'
import styles from './case.module.css'

/** One case: how it stands, what is claimed and recovered, what happened, and by which invoices. */
export function CasePage() {
  const { t } = useTranslation('cases')
  const [path] = useLocation()
  return (
    <DetailPage
      list={{ path: paths.collectnet, name: t('title') }}
      query={useQuery(caseQuery(lastPartOf(path), useClientInView()))}
      texts={{ loading: t('one.loading'), missing: t('one.missing') }}
    >
      {({ detail, isWhole }) => <Case detail={detail} isWhole={isWhole} />}
    </DetailPage>
  )
}

type CaseProps = { readonly detail: CaseDetail; readonly isWhole: boolean }

function Case({ detail, isWhole }: CaseProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const { buyerName, status, outstanding, remarks } = detail
  const title = t('one.on', { buyer: buyerName })
  return (
    <>
      <div className={styles['titled']}>
        <CaseSign status={status} />
        <PageHeading title={title}>{title}</PageHeading>
      </div>
      <div>
        <p className={styles['quiet']}>{t('columns.outstanding')}</p>
        <p className={styles['state']}>
          <strong className={styles['large']}>{formatMoney(language, outstanding)}</strong>
          <strong>{t(`status.${status}`)}</strong>
        </p>
        <p className={styles['quiet']}>{t(`means.${status}`)}</p>
      </div>
      <CaseFacts detail={detail} />
      {!isWhole && <Notice>{t('one.rowOnly')}</Notice>}
      <Part title={t('one.course')}>
        <CaseCourse course={detail.course} />
      </Part>
      {detail.invoices.length > 0 && (
        <Part title={t('one.invoices')}>
          <CaseInvoices detail={detail} />
        </Part>
      )}
      <Part title={t('documents.title')}>
        <CaseDocuments detail={detail} />
      </Part>
      {remarks !== null && (
        <Part title={t('one.remarks')}>
          <p className={styles['remarks']} dir="auto">
            {remarks}
          </p>
        </Part>
      )}
    </>
  )
}

function CaseFacts({ detail }: Pick<CaseProps, 'detail'>) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const hasInsights = useHasService('insights')
  const { id, policyId, buyerId, buyerName, claimed, recovered, openedAt } = detail
  return (
    <Facts>
      <Fact name={t('columns.claimed')}>{formatMoney(language, claimed)}</Fact>
      <Fact name={t('columns.recovered')}>{formatMoney(language, recovered)}</Fact>
      <Fact name={t('columns.openedAt')}>
        <Unbroken>
          <time dateTime={openedAt}>{formatDay(language, openedAt)}</time>
        </Unbroken>
      </Fact>
      <Fact name={t('one.buyer')}>
        {hasInsights ? <Link href={buyerPath(buyerId)}>{buyerName}</Link> : buyerName}
      </Fact>
      <Fact name={t('one.policy')}>
        <Unbroken>{policyId}</Unbroken>
      </Fact>
      <Fact name={t('one.reference')}>{id}</Fact>
    </Facts>
  )
}
