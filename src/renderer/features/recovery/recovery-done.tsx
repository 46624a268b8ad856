import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../components/ui/button.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { paths } from '../../lib/navigation.ts'
import { callPortal } from '../../lib/portal.ts'
import { keepTypedUsername } from '../../lib/typed-username.ts'
import styles from './recovery.module.css'

/** "Vous pouvez vous connecter en utilisant le nouveau mot de passe." */
export function RecoveryDone({ username }: { readonly username: string }) {
  const { t } = useTranslation('recovery')
  const [, navigate] = useLocation()
  useEffect(() => {
    keepTypedUsername(username)
    // It has arrived: whoever comes back here forgets another password.
    void callPortal('recovery.leave', {})
  }, [username])
  return (
    <div className={styles['done']}>
      <Notice tone="success" title={t('done.text')}>
        {t('done.sessions')}
      </Notice>
      <Button onClick={() => navigate(paths.signIn)}>{t('done.action')}</Button>
    </div>
  )
}
