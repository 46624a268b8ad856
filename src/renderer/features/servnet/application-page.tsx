import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Application } from '../../../shared/contract/credit/applications.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { StatusSign } from '../../common/credit/signs.tsx'
import { DetailPage } from '../../common/frames/detail-page.tsx'
import { formatCalendarDay, formatMoment } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { applyPath, lastPartOf, limitPath, paths } from '../../common/navigation/navigation.ts'
import { ButtonRow, buttonClass } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { applicationQuery, useLooks } from './api.ts'
import { Fact, Facts, Part } from '../../common/facts/facts.tsx'
import { Moment } from './paged-list.tsx'
import styles from './products.module.css'

/** One application, followed to its decision: what comes shows by itself. */
export function ApplicationPage() {
  const { t } = useTranslation('products')
  const [path] = useLocation()
  const query = useQuery(applicationQuery(lastPartOf(path), useClientInView()))
  useLooks(query.data?.application.status === 'pending')
  return (
    <DetailPage
      list={{ path: paths.applications, name: t('nav.applications') }}
      query={query}
      texts={{ loading: t('applications.loadingOne'), missing: t('applications.missing') }}
    >
      {({ application }) => <Followed application={application} />}
    </DetailPage>
  )
}

type ApplicationProps = { readonly application: Application }

function Followed({ application }: ApplicationProps) {
  const { t } = useTranslation(['products', 'credit'])
  const language = useLanguage()
  const { buyerName, buyerId, amount, status, limitId, decision, expectedBy } = application
  const title = t('applications.on', { buyer: buyerName })
  const shown = decision?.granted ?? amount
  return (
    <>
      <div className={styles['titled']}>
        <StatusSign status={status} />
        <PageHeading title={title}>{title}</PageHeading>
      </div>
      {/* Read out when it is decided while one watches. */}
      <output className={styles['part']}>
        <span className={styles['state']}>
          <strong className={styles['large']}>{formatMoney(language, shown)}</strong>
          <strong>{t(`credit:status.${status}`)}</strong>
        </span>
        <span className={styles['quiet']}>
          {status === 'pending' && expectedBy !== null
            ? t('applications.expected', { moment: formatMoment(language, expectedBy) })
            : t(`applications.means.${status}`)}
        </span>
      </output>
      <AskedAndDecided application={application} />
      <ButtonRow>
        <Link className={buttonClass('secondary')} href={limitPath(limitId)}>
          {t('applications.openLimit')}
        </Link>
        {status !== 'pending' && (
          <Link className={buttonClass('secondary')} href={applyPath({ buyerId })}>
            {t('apply')}
          </Link>
        )}
      </ButtonRow>
    </>
  )
}

function AskedAndDecided({ application }: ApplicationProps) {
  const { t } = useTranslation(['products', 'alerts'])
  const language = useLanguage()
  const { id, policyId, amount, paymentTermsDays, startsOn, endsOn, appliedAt, decision } =
    application
  const day = (on: string) => <Moment at={on}>{formatCalendarDay(language, on)}</Moment>
  return (
    <>
      <Part title={t('applications.asked')}>
        <Facts>
          <Fact name={t('applications.amount')}>{formatMoney(language, amount)}</Fact>
          <Fact name={t('applications.terms')}>{t('days', { count: paymentTermsDays })}</Fact>
          {startsOn !== null && <Fact name={t('applications.startsOn')}>{day(startsOn)}</Fact>}
          {endsOn !== null && <Fact name={t('limit.endsOn')}>{day(endsOn)}</Fact>}
          <Fact name={t('applications.appliedAt')}>
            <Moment at={appliedAt}>{formatMoment(language, appliedAt)}</Moment>
          </Fact>
          <Fact name={t('limit.policy')}>
            <Unbroken>{policyId}</Unbroken>
          </Fact>
          <Fact name={t('applications.reference')}>
            <Unbroken>{id}</Unbroken>
          </Fact>
        </Facts>
      </Part>
      {decision !== null && (
        <Part title={t('applications.decided')}>
          <Facts>
            {decision.granted !== null && (
              <Fact name={t('limit.granted')}>{formatMoney(language, decision.granted)}</Fact>
            )}
            {decision.decidedAt !== null && (
              <Fact name={t('limit.decidedAt')}>
                <Moment at={decision.decidedAt}>
                  {formatMoment(language, decision.decidedAt)}
                </Moment>
              </Fact>
            )}
            {decision.effectiveOn !== null && (
              <Fact name={t('limit.effectiveOn')}>{day(decision.effectiveOn)}</Fact>
            )}
            {decision.endsOn !== null && (
              <Fact name={t('limit.endsOn')}>{day(decision.endsOn)}</Fact>
            )}
            {decision.reason !== null && (
              <Fact name={t('limit.reason')}>{t(`alerts:reasons.${decision.reason}`)}</Fact>
            )}
            {decision.conditions !== null && (
              <Fact name={t('limit.conditions')}>{decision.conditions}</Fact>
            )}
          </Facts>
        </Part>
      )}
    </>
  )
}
