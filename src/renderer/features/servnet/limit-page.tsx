import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type {
  CourseStep,
  CreditLimitDetail,
} from '../../../shared/contract/credit/credit-limits.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { limitQuery } from '../../common/credit/queries.ts'
import { LimitHistory } from '../../common/credit/limit-history.tsx'
import { StatusSign } from '../../common/credit/signs.tsx'
import { DetailPage } from '../../common/frames/detail-page.tsx'
import { formatCalendarDay, formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import {
  applicationPath,
  applyPath,
  lastPartOf,
  paths,
} from '../../common/navigation/navigation.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { Fact, Facts, Part } from '../../common/facts/facts.tsx'
import { Moment } from './paged-list.tsx'
import styles from './products.module.css'

/** One limit: what covers a delivery today, until when, on what conditions, and how it came to that. */
export function LimitPage() {
  const { t } = useTranslation('products')
  const [path] = useLocation()
  return (
    <DetailPage
      list={{ path: paths.limits, name: t('nav.limits') }}
      query={useQuery(limitQuery(lastPartOf(path), useClientInView()))}
      texts={{ loading: t('limit.loading'), missing: t('limit.missing') }}
    >
      {({ detail }) => <Limit {...detail} />}
    </DetailPage>
  )
}

function Limit({ limit, course }: CreditLimitDetail) {
  const { t } = useTranslation(['products', 'credit'])
  const language = useLanguage()
  const { buyerName, buyerId, status, inForce, pending } = limit
  const title = t('limit.on', { buyer: buyerName })
  return (
    <>
      <div className={styles['heading']}>
        <div className={styles['titled']}>
          <StatusSign status={status} />
          <PageHeading title={title}>{title}</PageHeading>
        </div>
        <Link className={buttonClass()} href={applyPath({ buyerId })}>
          {t('apply')}
        </Link>
      </div>
      <div className={styles['part']}>
        <p className={styles['quiet']}>{t('limit.inForce')}</p>
        <p className={styles['state']}>
          <strong className={styles['large']}>
            {inForce === null ? t('limit.none') : formatMoney(language, inForce)}
          </strong>
          <strong>{t(`credit:status.${status}`)}</strong>
        </p>
      </div>
      {pending !== null && (
        <Notice
          title={t('limit.pending', {
            amount: formatMoney(language, pending.amount),
            date: formatDay(language, pending.appliedAt),
          })}
          action={
            <Link
              className={buttonClass('secondary')}
              href={applicationPath(pending.applicationId)}
            >
              {t('credit:due.pending_since.action')}
            </Link>
          }
        />
      )}
      <LimitFacts limit={limit} />
      <Part title={t('limit.course')}>
        <LimitHistory course={course} />
        <CourseTable course={course} />
      </Part>
    </>
  )
}

function LimitFacts({ limit }: Pick<CreditLimitDetail, 'limit'>) {
  const { t } = useTranslation(['products', 'alerts'])
  const language = useLanguage()
  const { granted, applied, effectiveOn, endsOn, reason, conditions, paymentTermsDays } = limit
  const day = (on: string) => <Moment at={on}>{formatCalendarDay(language, on)}</Moment>
  return (
    <Facts>
      {granted !== null && <Fact name={t('limit.granted')}>{formatMoney(language, granted)}</Fact>}
      <Fact name={t('applications.amount')}>{formatMoney(language, applied)}</Fact>
      {effectiveOn !== null && <Fact name={t('limit.effectiveOn')}>{day(effectiveOn)}</Fact>}
      <Fact name={t('limit.endsOn')}>{endsOn === null ? t('limit.noEnd') : day(endsOn)}</Fact>
      {paymentTermsDays !== null && (
        <Fact name={t('applications.terms')}>{t('days', { count: paymentTermsDays })}</Fact>
      )}
      {reason !== null && <Fact name={t('limit.reason')}>{t(`alerts:reasons.${reason}`)}</Fact>}
      {conditions !== null && <Fact name={t('limit.conditions')}>{conditions}</Fact>}
      <Fact name={t('limit.policy')}>
        <Unbroken>{limit.policyId}</Unbroken>
      </Fact>
    </Facts>
  )
}

/** Every application and decision, newest first. */
function CourseTable({ course }: Pick<CreditLimitDetail, 'course'>) {
  const { t } = useTranslation(['buyers', 'products'])
  return (
    <table className={styles['course']}>
      <caption className="visually-hidden">{t('products:limit.course')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('decisions.on')}</th>
          <th scope="col">{t('decisions.what')}</th>
          <th scope="col">{t('decisions.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {course.map((step) => (
          <CourseRow key={`${step.at} ${step.kind}`} step={step} />
        ))}
      </tbody>
    </table>
  )
}

function CourseRow({ step }: { readonly step: CourseStep }) {
  const { t } = useTranslation(['credit', 'alerts', 'products'])
  const language = useLanguage()
  const { kind, at, amount, effectiveOn, endsOn, reason, applicationId } = step
  const details = [
    ...(effectiveOn === null
      ? []
      : [t('alerts:effective', { date: formatCalendarDay(language, effectiveOn) })]),
    ...(endsOn === null
      ? []
      : [t('products:limit.until', { date: formatCalendarDay(language, endsOn) })]),
    ...(reason === null ? [] : [t(`alerts:reasons.${reason}`)]),
  ]
  return (
    <tr>
      <th scope="row">
        <Moment at={at}>{formatDay(language, at)}</Moment>
      </th>
      <td>
        {applicationId === null ? (
          t(`course.${kind}`)
        ) : (
          <Link href={applicationPath(applicationId)}>{t(`course.${kind}`)}</Link>
        )}
        {details.length > 0 && <span className={styles['quiet']}> {details.join(', ')}</span>}
      </td>
      <td>{formatMoney(language, amount)}</td>
    </tr>
  )
}
