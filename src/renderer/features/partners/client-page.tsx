import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Client, ClientFigures } from '../../../shared/contract/partners/clients.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import {
  dash,
  formatCount,
  formatPercent,
  formatRating,
  formatReportDay,
} from '../../common/credit/figure-formats.ts'
import { PolicyCard } from '../../common/credit/policy-card.tsx'
import { clientQuery } from '../../common/credit/queries.ts'
import { Fact, Facts, Part } from '../../common/facts/facts.tsx'
import { useAppPart } from '../../common/data/app-store.ts'
import { DetailPage } from '../../common/frames/detail-page.tsx'
import { useLanguage } from '../../common/i18n/languages.ts'
import { countryOf } from '../../common/i18n/names.ts'
import { clientPages, withClient } from '../../common/navigation/client-view.tsx'
import { lastPartOf, paths } from '../../common/navigation/navigation.ts'
import { buttonClass } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import styles from './partners.module.css'

/** One client: who it is, its figures as of today, and its policies with their conditions. */
export function ClientPage() {
  const { t } = useTranslation('partners')
  const [path] = useLocation()
  return (
    <DetailPage
      list={{ path: paths.partners, name: t('clients.title') }}
      query={useQuery(clientQuery(lastPartOf(path)))}
      texts={{ loading: t('client.loading'), missing: t('client.missing') }}
    >
      {({ client }) => <ClientDetails {...client} />}
    </DetailPage>
  )
}

function ClientDetails({ id, name, country, policies, figures }: Client) {
  const { t } = useTranslation('partners')
  const language = useLanguage()
  const granted = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services : null,
  )
  const shown = clientPages.filter(({ service }) => granted?.includes(service))
  return (
    <>
      <div className={styles['heading']}>
        <div>
          <PageHeading title={name}>
            <bdi>{name}</bdi>
          </PageHeading>
          <p className={styles['quiet']}>{countryOf(language, country)}</p>
        </div>
      </div>
      <Part title={t('client.look')}>
        {shown.length === 0 ? (
          <p>{t('client.onlyPartners')}</p>
        ) : (
          <nav className={styles['look']} aria-label={t('view.nav')}>
            {shown.map((page, place) => (
              <Link
                key={page.id}
                className={buttonClass(place === 0 ? 'primary' : 'secondary')}
                href={withClient(page.path, id)}
              >
                {t(`view.pages.${page.id}`)}
              </Link>
            ))}
          </nav>
        )}
      </Part>
      <Part title={t('client.figures', { day: formatReportDay(language, figures.asOf) })}>
        <Figures figures={figures} />
      </Part>
      <Part title={t('client.policies')}>
        <div className={styles['policies']}>
          {policies.map((policy) => (
            <PolicyCard key={policy.id} policy={policy} level={3} />
          ))}
        </div>
      </Part>
    </>
  )
}

function Figures({ figures }: { readonly figures: ClientFigures }) {
  const { t } = useTranslation('partners')
  const language = useLanguage()
  const { totalCld, riskAcceptance, abr, pending, buyers } = figures
  const values = {
    totalCld: totalCld && formatMoney(language, totalCld),
    riskAcceptance: riskAcceptance === null ? null : formatPercent(language, riskAcceptance),
    abr: abr === null ? null : formatRating(language, abr),
    buyers: formatCount(language, buyers),
    pending: pending && formatMoney(language, pending),
  }
  const names = ['totalCld', 'riskAcceptance', 'abr', 'buyers', 'pending'] as const
  return (
    <>
      <Facts>
        {names.map((name) => (
          <Fact key={name} name={t(`figures.${name}`)} help={t(`figures.help.${name}`)}>
            <strong className={styles['figure']}>{values[name] ?? dash}</strong>
          </Fact>
        ))}
      </Facts>
      {(totalCld === null || pending === null) && (
        <p className={styles['quiet']}>{t('client.noRate')}</p>
      )}
    </>
  )
}
