import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { keepTypedUsername } from '../../../common/data/app-store.ts'
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
