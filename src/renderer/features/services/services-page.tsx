import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { serviceIds, type ServiceId } from '../../../shared/services.ts'
import { EntryFrame } from '../../common/frames/entry-frame.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { chooseService, useAppState } from '../../common/data/app-store.ts'
import { homeOf, paths } from '../../common/navigation/navigation.ts'
import { ServiceRow } from './service-row.tsx'
import styles from './services.module.css'

/** "Connexion": the four services that one identity opens. */
export function ServicesPage() {
  const { t } = useTranslation('services')
  return (
    <EntryFrame>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <p>{t('intro')}</p>
        </div>
        <ul aria-label={t('listLabel')}>
          {serviceIds.map((service) => (
            <ServiceRow key={service} service={service}>
              <SignInTo service={service} />
            </ServiceRow>
          ))}
        </ul>
      </div>
    </EntryFrame>
  )
}

/** The way to sign in. */
function SignInTo({ service }: { readonly service: ServiceId }) {
  const { t } = useTranslation('services')
  const session = useAppState()?.session
  return (
    <div className={styles['way']}>
      <Link
        className={styles['action']}
        href={session === undefined ? paths.signIn : homeOf(session, service)}
        onClick={() => chooseService(service)}
      >
        {t(`${service}.action`)}
        <ArrowRightIcon />
      </Link>
    </div>
  )
}
