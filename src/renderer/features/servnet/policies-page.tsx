import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../shared/contract/credit/policies.ts'
import { policiesQuery } from '../../common/credit/queries.ts'
import { Content } from '../../common/frames/content.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { useLanguage } from '../../common/i18n/languages.ts'
import { countryOf, currencyName } from '../../common/i18n/names.ts'
import { AsAt } from '../../common/offline/as-at.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { Fact, Facts } from '../../common/facts/facts.tsx'
import { ApplyLink, ProductsNav } from './products-nav.tsx'
import styles from './products.module.css'

/** "Produits": the policies, each with its conditions in plain words. */
export function PoliciesPage() {
  const { t } = useTranslation(['products', 'servnet'])
  const { data, error, isFetching, refetch } = useQuery(policiesQuery)
  return (
    <Content>
      <div className={styles['page']}>
        <div className={styles['heading']}>
          <PageHeading title={t('nav.policies')}>{t('nav.policies')}</PageHeading>
          <ApplyLink />
        </div>
        <ProductsNav />
        {data !== undefined ? (
          <>
            <AsAt freshness={data.freshness} />
            {data.policies.length === 0 && <p className={styles['quiet']}>{t('policies.none')}</p>}
            <div className={styles['policies']}>
              {data.policies.map((policy) => (
                <PolicyCard key={policy.id} policy={policy} />
              ))}
            </div>
          </>
        ) : error === null ? (
          <Loading text={t('policies.loading')} />
        ) : (
          <LoadFailure
            means="nothingKept"
            error={error.error}
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </Content>
  )
}

const conditions = ['mepDays', 'reportWithinDays', 'graceDays', 'maximumTermsDays'] as const

function PolicyCard({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('products')
  const language = useLanguage()
  return (
    <section className={styles['policy']} aria-labelledby={`policy-${policy.id}`}>
      <h2 id={`policy-${policy.id}`}>
        <bdi>{policy.name}</bdi>
      </h2>
      <Facts>
        <Fact name={t('policies.number')}>
          <Unbroken>{policy.id}</Unbroken>
        </Fact>
        <Fact name={t('policies.currency')} help={t('policies.help.currency')}>
          {currencyName(language, policy.currency)}
        </Fact>
        <Fact name={t('policies.country')}>{countryOf(language, policy.country)}</Fact>
        {conditions.map((name) => (
          <Fact
            key={name}
            name={t(`policies.${name}`)}
            help={t(`policies.help.${name}`, { days: policy[name] })}
          >
            {t('days', { count: policy[name] })}
          </Fact>
        ))}
      </Facts>
    </section>
  )
}
