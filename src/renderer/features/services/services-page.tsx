import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { EntryFrame } from '../../components/entry-frame.tsx'
import { ArrowRightIcon } from '../../components/ui/icons.tsx'
import { PageHeading } from '../../components/ui/page-heading.tsx'
import type { ServiceId } from '../../../shared/portal/common.ts'
import { chooseService, useAppState } from '../../lib/app-store.ts'
import { homeOf, paths } from '../../lib/navigation.ts'
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
