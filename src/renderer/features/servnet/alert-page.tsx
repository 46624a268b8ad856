import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import { PortalContact } from '../../common/contact/contact-details.tsx'
import { DetailPage } from '../../common/frames/detail-page.tsx'
import { formatCalendarDay, formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { lastPartOf, paths } from '../../common/navigation/navigation.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import styles from './alert-page.module.css'
import { HandledTick, TickPending } from './alert-row.tsx'
import { AlertSign } from '../../common/credit/signs.tsx'
import { alertQuery } from './api.ts'
import { LimitChange } from '../../common/credit/limit-change.tsx'
import { Moment, NotKept } from './paged-list.tsx'
import { useTick } from './use-marks.ts'

/** One alert: its facts, what they mean, what to do and whom to contact. */
export function AlertPage() {
  const { t } = useTranslation('alerts')
  const [path] = useLocation()
  return (
    <DetailPage
      list={{ path: paths.alerts, name: t('title') }}
      query={useQuery(alertQuery(lastPartOf(path), useClientInView()))}
      texts={{ loading: t('loadingOne'), missing: t('missing') }}
    >
      {({ alert }) => <Alert alert={alert} />}
    </DetailPage>
  )
}

function Alert({ alert }: { readonly alert: ServnetAlert }) {
  const { t } = useTranslation(['alerts', 'servnet'])
  const { mark, failure } = useTick()
  const { kind, buyer } = alert
  const title = t(`alerts.${kind}`, { ns: 'servnet', buyer })
  return (
    <>
      <div className={styles['heading']}>
        <AlertSign kind={kind} />
        <PageHeading title={title}>{title}</PageHeading>
      </div>
      {failure !== null && <NotKept error={failure} />}
      <Facts alert={alert} />
      <div className={styles['tick']}>
        <HandledTick alert={alert} onTick={({ id }, handled) => mark({ id, handled })} />
        <TickPending id={alert.id} />
      </div>
      <Part title={t('meaningTitle')}>{<p>{t(`meaning.${kind}`)}</p>}</Part>
      <Part title={t('nextTitle')}>{<p>{t(`next.${kind}`)}</p>}</Part>
      <Part title={t('contactTitle')}>
        <PortalContact />
      </Part>
    </>
  )
}

/** What is known of it; what is not is left out, save the reason, which one may ask for. */
function Facts({ alert }: { readonly alert: ServnetAlert }) {
  const { t } = useTranslation('alerts')
  const language = useLanguage()
  const { buyer, buyerId, policyId, at, from, to, effectiveOn, reason } = alert
  return (
    <dl className={styles['facts']}>
      {(from ?? to) !== null && (
        <Fact name={t('facts.limit')} isLarge>
          <LimitChange from={from} to={to} />
        </Fact>
      )}
      {effectiveOn !== null && (
        <Fact name={t('facts.effective')} isLarge>
          <Moment at={effectiveOn}>{formatCalendarDay(language, effectiveOn)}</Moment>
        </Fact>
      )}
      <Fact name={t('facts.reason')}>
        {reason === null ? t('reasonUnknown') : t(`reasons.${reason}`)}
      </Fact>
      <Fact name={t('facts.buyer')}>
        <bdi>{buyer}</bdi>
      </Fact>
      {buyerId !== null && (
        <Fact name={t('facts.buyerId')}>
          <Unbroken>{buyerId}</Unbroken>
        </Fact>
      )}
      <Fact name={t('facts.policy')}>
        <Unbroken>{policyId}</Unbroken>
      </Fact>
      <Fact name={t('facts.reported')}>
        <Moment at={at}>{formatDay(language, at)}</Moment>
      </Fact>
    </dl>
  )
}

type FactProps = {
  readonly name: string
  readonly isLarge?: boolean
  readonly children: ReactNode
}

function Fact({ name, isLarge = false, children }: FactProps) {
  return (
    <div className={styles['fact']} data-large={isLarge || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
