import { useTranslation } from 'react-i18next'
import { PolicyCard } from '../../common/credit/policy-card.tsx'
import { usePolicies } from '../../common/credit/queries.ts'
import { Content } from '../../common/frames/content.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { AsAt } from '../../common/offline/as-at.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { ApplyLink, ProductsNav } from './products-nav.tsx'
import styles from './products.module.css'

/** "Produits": the policies, each with its conditions in plain words. */
export function PoliciesPage() {
  const { t } = useTranslation(['products', 'servnet'])
  const { data, error, isFetching, refetch } = usePolicies()
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
