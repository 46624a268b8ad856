import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Buyer, BuyerDetail } from '../../../../shared/contract/credit/buyers.ts'
import { formatCountry } from '../../../common/credit/list-formats.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { buyerQuery } from '../../../common/credit/queries.ts'
import { fetchFromPortal } from '../../../common/data/portal.ts'
import { isUnreachable } from '../../../common/data/portal-status.ts'
import { BackLink, Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { inView, useClientInView } from '../../../common/navigation/client-view.tsx'
import { applyPath, lastPartOf, paths } from '../../../common/navigation/navigation.ts'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { buttonClass } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { BuyerAlerts } from './buyer-alerts.tsx'
import { BuyerNote } from './buyer-note.tsx'
import styles from './buyer.module.css'
import { CurrentLimits, RunOff } from './current-limits.tsx'
import { Decisions } from './decisions.tsx'
import { Neighbours } from './neighbours.tsx'
import { RatingPanel } from './rating-panel.tsx'

const detailQuery = (id: string, client: string | null) =>
  queryOptions({
    queryKey: ['credit', 'buyer', id, 'detail', client],
    queryFn: () => fetchFromPortal('credit.buyerDetail', { id, ...inView(client) }),
  })

/** Everything about one buyer. */
export function BuyerPage() {
  const [path] = useLocation()
  const id = lastPartOf(path)
  const client = useClientInView()
  const detail = useQuery(detailQuery(id, client))
  const { error } = detail
  // Where the portal cannot be asked, what the list has of it is better than nothing.
  const wantsRow = error !== null && isUnreachable(error.error.code)
  const row = useQuery({ ...buyerQuery(id, client), enabled: wantsRow })
  const buyer = detail.data?.detail.buyer ?? row.data?.buyer
  return (
    <Content width="full">
      <article className={styles['page']}>
        <nav className={styles['way']}>
          <WayBack />
          <Neighbours id={id} />
        </nav>
        {error?.error.code === 'not_found' && <Vanished />}
        {error !== null && error.error.code !== 'not_found' && !wantsRow && (
          <LoadFailure
            error={error.error}
            means="nothingKept"
            busy={detail.isFetching}
            onRetry={() => void detail.refetch()}
          />
        )}
        {wantsRow && row.isError && (
          <LoadFailure
            error={error.error}
            means="nothingKept"
            busy={detail.isFetching}
            onRetry={() => void detail.refetch()}
          />
        )}
        {detail.isPending && !wantsRow && <BuyerLoading />}
        {buyer !== undefined && error?.error.code !== 'not_found' && (
          <>
            {detail.data !== undefined && <AsAt freshness={detail.data.freshness} />}
            <Identity buyer={buyer} />
            <Parts id={id} buyer={buyer} detail={detail.data?.detail ?? null} />
          </>
        )}
        {error?.error.code === 'not_found' && <BuyerNote key={id} buyerId={id} />}
      </article>
    </Content>
  )
}

function WayBack() {
  const { t } = useTranslation('buyers')
  return <BackLink href={paths.buyers}>{t('back')}</BackLink>
}

function BuyerLoading() {
  const { t } = useTranslation('buyers')
  return <Loading text={t('loadingOne')} />
}

/** It was there once: the link is old, or the policy is somebody else's by now. */
function Vanished() {
  const { t } = useTranslation('buyers')
  return (
    <>
      <PageHeading title={t('missing.title')}>{t('missing.title')}</PageHeading>
      <p className={styles['lead']}>{t('missing.text')}</p>
    </>
  )
}

function Identity({ buyer }: { readonly buyer: Buyer }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const mayApply = useHasService('servnet')
  const facts = [
    t('number', { id: buyer.id }),
    buyer.registrationNumber,
    buyer.town,
    formatCountry(language, buyer.country),
  ].filter((fact) => fact !== null)
  return (
    <header className={styles['identity']}>
      <div className={styles['name']}>
        <PageHeading title={buyer.name}>
          <bdi>{buyer.name}</bdi>
        </PageHeading>
        <ul className={styles['facts']}>
          {facts.map((fact) => (
            <li key={fact}>
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
      </div>
      {mayApply && (
        <Link className={buttonClass()} href={applyPath({ buyerId: buyer.id })}>
          {t('apply')}
        </Link>
      )}
    </header>
  )
}

type PartsProps = {
  readonly id: string
  readonly buyer: Buyer
  /** Null where only the row of the list is here. */
  readonly detail: BuyerDetail | null
}

/** What there is to see; beside it, and in view while one reads, the limit that holds today. */
function Parts({ id, buyer, detail }: PartsProps) {
  const { t } = useTranslation('buyers')
  return (
    <div className={styles['parts']}>
      <aside className={styles['side']} aria-label={t('limit.title')}>
        <CurrentLimits buyer={buyer} limits={detail?.limits ?? null} />
        {detail !== null && <RunOff runOff={detail.runOff} />}
        <BuyerNote key={id} buyerId={id} />
      </aside>
      <div className={styles['main']}>
        {detail === null && <Notice title={t('rowOnly')} />}
        <RatingPanel buyer={buyer} history={detail?.ratings ?? []} />
        {detail !== null && (
          <>
            <Decisions decisions={detail.decisions} limits={detail.limits} />
            <BuyerAlerts alerts={detail.alerts} />
          </>
        )}
      </div>
    </div>
  )
}
