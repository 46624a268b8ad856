import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Application } from '../../../shared/contract/credit/applications.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import rows from '../../common/credit/rows.module.css'
import { StatusSign } from '../../common/credit/signs.tsx'
import { Content } from '../../common/frames/content.tsx'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { applicationPath } from '../../common/navigation/navigation.ts'
import { PendingMark, useWaiting } from '../../common/offline/pending.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { applicationsQuery } from './api.ts'
import { Moment, PagedList } from './paged-list.tsx'
import { ApplyLink, ProductsNav } from './products-nav.tsx'
import styles from './products.module.css'

/** All applications, newest first; those that wait here to be sent are marked. */
export function ApplicationsPage() {
  const { t } = useTranslation('products')
  const query = useInfiniteQuery(applicationsQuery(useClientInView()))
  const title = t('nav.applications')
  const texts = {
    loading: t('applications.loading'),
    none: t('applications.none'),
    more: t('applications.more'),
  }
  return (
    <Content>
      <div className={styles['page']}>
        <div className={styles['heading']}>
          <PageHeading title={title}>{title}</PageHeading>
          <ApplyLink />
        </div>
        <ProductsNav />
        <PagedList query={query} texts={texts}>
          {(application) => <ApplicationRow key={application.id} application={application} />}
        </PagedList>
      </div>
    </Content>
  )
}

function ApplicationRow({ application }: { readonly application: Application }) {
  const { t } = useTranslation(['credit', 'products'])
  const language = useLanguage()
  const { id, buyerName, amount, status, appliedAt, decision } = application
  const granted = decision?.granted ?? null
  const isWaiting = useWaiting('apply').some(({ edit }) => edit.id === id)
  return (
    <li className={rows['row']}>
      <StatusSign status={status} />
      <div className={rows['text']}>
        <Link className={rows['title']} href={applicationPath(id)}>
          {t('products:applications.on', { buyer: buyerName })}
        </Link>
        <p className={rows['change']}>
          {granted === null
            ? formatMoney(language, amount)
            : t('news.granted', {
                granted: formatMoney(language, granted),
                asked: formatMoney(language, amount),
              })}
        </p>
        <p className={rows['when']}>
          <Moment at={appliedAt}>{formatDay(language, appliedAt)}</Moment>
          {isWaiting && <PendingMark />}
        </p>
      </div>
      <span className={rows['change']}>{t(`status.${status}`)}</span>
    </li>
  )
}
