import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { MessagePage } from '../../components/message-page.tsx'
import { buttonClass } from '../../components/ui/button.tsx'
import { paths } from '../../lib/navigation.ts'

/** "Mot de passe oublié ?": says whom to turn to, as the app cannot renew a password yet. */
export function RecoveryPage() {
  const { t } = useTranslation('sign-in')
  return (
    <MessagePage
      title={t('recovery.title')}
      text={t('recovery.text')}
      next={t('recovery.next')}
      actions={
        <>
          <Link className={buttonClass()} href={paths.help}>
            {t('recovery.contact')}
          </Link>
          <Link className={buttonClass('secondary')} href={paths.signIn}>
            {t('recovery.back')}
          </Link>
        </>
      }
    />
  )
}
