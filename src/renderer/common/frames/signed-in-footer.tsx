import { useTranslation } from 'react-i18next'
import { Outside } from '../contact/contact-details.tsx'
import { LanguageChooser } from './language-chooser.tsx'
import styles from './signed-in-frame.module.css'

/** The fine print below every page of whoever is signed in. */
export function SignedInFooter() {
  const { t } = useTranslation('servnet')
  return (
    <footer className={styles['footer']}>
      <div className={styles['finePrint']}>
        <p lang="en">Managing risk, enabling trade</p>
        <div className={styles['links']}>
          <Outside link="legal">{t('footer.legal')}</Outside>
          <Outside link="cookies">{t('footer.cookies')}</Outside>
          <LanguageChooser />
        </div>
      </div>
    </footer>
  )
}
