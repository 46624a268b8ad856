import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { serviceHomes, serviceIds, type ServiceId } from '../../../shared/services.ts'
import { useAppState } from '../../common/data/app-store.ts'
import { Content } from '../../common/frames/content.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ServiceRow } from './service-row.tsx'
import styles from './services.module.css'

/** "Your services": what one identity opens, and what it does not open. */
export function YourServicesPage() {
  const { t } = useTranslation('services')
  const session = useAppState()?.session
  const granted = session?.kind === 'ready' ? session.user.services : []
  const inOrder = [
    ...serviceIds.filter((id) => granted.includes(id)),
    ...serviceIds.filter((id) => !granted.includes(id)),
  ]
  return (
    <Content>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('yours.title')}>{t('yours.title')}</PageHeading>
          <p>{t('yours.intro')}</p>
        </div>
        <ul aria-label={t('listLabel')}>
          {inOrder.map((id) => (
            <ServiceRow key={id} service={id}>
              <Access id={id} granted={granted.includes(id)} />
            </ServiceRow>
          ))}
        </ul>
      </div>
    </Content>
  )
}

/** The way in, or why there is none. */
function Access({ id, granted }: { readonly id: ServiceId; readonly granted: boolean }) {
  const { t } = useTranslation('services')
  if (!granted) {
    return (
      <p className={styles['status']}>
        {t(`${id}.notGranted`)} {t('yours.ask')}
      </p>
    )
  }
  return (
    <Link className={styles['action']} href={serviceHomes[id]}>
      {t(`${id}.open`)}
      <ArrowRightIcon />
    </Link>
  )
}
