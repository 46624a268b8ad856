import { useTranslation } from 'react-i18next'
import { EntryFrame } from '../../../common/frames/entry-frame.tsx'
import { PortalContact } from '../../../common/contact/contact-details.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { BackToSignIn } from './back-to-sign-in.tsx'
import styles from './recovery.module.css'

const places = ['letter', 'computer', 'manager'] as const

/**
 * "Nom d’utilisateur oublié ?": where it stands, and who can tell it. The portal is asked nothing about
 * anybody, so that it cannot tell who has an account.
 */
export function ForgottenUsernamePage() {
  const { t } = useTranslation('recovery')
  return (
    <EntryFrame back={<BackToSignIn />}>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('forgottenUsername.title')}>
            {t('forgottenUsername.title')}
          </PageHeading>
          <p>{t('forgottenUsername.intro')}</p>
        </div>
        <section className={styles['advice']} aria-labelledby="where-title">
          <h2 id="where-title">{t('forgottenUsername.whereTitle')}</h2>
          <ul>
            {places.map((place) => (
              <li key={place}>{t(`forgottenUsername.where.${place}`)}</li>
            ))}
          </ul>
        </section>
        <section className={styles['whom']} aria-labelledby="whom-title">
          <div className={styles['advice']}>
            <h2 id="whom-title">{t('forgottenUsername.whomTitle')}</h2>
            <p>{t('forgottenUsername.whom')}</p>
          </div>
          <PortalContact />
        </section>
      </div>
    </EntryFrame>
  )
}
