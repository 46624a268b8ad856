import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Content } from '../../common/frames/content.tsx'
import { PortalContact } from '../../common/contact/contact-details.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useAppState } from '../../common/data/app-store.ts'
import { UpdatesSection } from '../../common/updates/updates-section.tsx'
import { useHomePath } from '../../common/navigation/navigation.ts'
import { Guide } from './guide.tsx'
import styles from './help.module.css'
import { KeyboardHelp } from './keyboard-help.tsx'
import { ManagedSettings } from './managed-settings.tsx'

/** How each thing is done, whom to turn to, the keys, and what the app says of itself. */
export function HelpPage() {
  const { t } = useTranslation(['help', 'common'])
  const state = useAppState()
  const session = state?.session
  const home = useHomePath()
  const host = state?.portalHost ?? null
  return (
    <Content>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <p>{t('intro')}</p>
        </div>
        <div className={styles['columns']}>
          <Guide />
          <div className={styles['aside']}>
            <section className={styles['section']} aria-labelledby="help-contact">
              <h2 id="help-contact">{t('contact.title')}</h2>
              <p>{t('contact.text')}</p>
              <PortalContact />
            </section>
            <section className={styles['section']} aria-labelledby="help-keyboard">
              <h2 id="help-keyboard">{t('keyboard.title')}</h2>
              <KeyboardHelp onMac={state?.platform === 'macos'} />
              <p>{t('keyboard.display')}</p>
            </section>
          </div>
        </div>
        <div className={styles['about']}>
          {state !== null && <p>{t('version', { version: state.version })}</p>}
          {host !== null && <p>{t('portal', { host })}</p>}
        </div>
        <UpdatesSection heading="h2" />
        <ManagedSettings />
        {session !== undefined && session.kind !== 'ready' && (
          <p>
            <Link className={buttonClass('secondary')} href={home}>
              {t('common:back')}
            </Link>
          </p>
        )}
      </div>
    </Content>
  )
}
