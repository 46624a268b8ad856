import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { EntryFrame } from '../../common/frames/entry-frame.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ServiceId } from '../../../shared/services.ts'
import { chooseService, useAppState } from '../../common/data/app-store.ts'
import { homeOf, paths } from '../../common/navigation/navigation.ts'
import styles from './services-page.module.css'

const order = ['servnet', 'collectnet', 'insights', 'partners'] as const satisfies ServiceId[]

/** "Connexion": the four services that one identity opens. */
export function ServicesPage() {
  const { t } = useTranslation('services')
  const session = useAppState()?.session
  return (
    <EntryFrame>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <p>{t('intro')}</p>
        </div>
        <ul aria-label={t('listLabel')}>
          {order.map((service) => (
            <li key={service} className={styles['service']}>
              <div>
                <h2 className={styles['name']}>{t(`${service}.name`)}</h2>
                <p className={styles['text']}>{t(`${service}.text`)}</p>
              </div>
              <Link
                className={styles['action']}
                href={session === undefined ? paths.signIn : homeOf(session, service)}
                onClick={() => chooseService(service)}
              >
                {t(`${service}.action`)}
                <ArrowRightIcon />
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </EntryFrame>
  )
}
