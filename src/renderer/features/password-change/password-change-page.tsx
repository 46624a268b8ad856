import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { MessagePage } from '../../components/message-page.tsx'
import { Button, buttonClass } from '../../components/ui/button.tsx'
import { setSession, useAppState } from '../../lib/app-store.ts'
import { paths } from '../../lib/navigation.ts'
import { callPortal } from '../../lib/portal.ts'

/** Where someone lands whose password has expired: renewing it here is not possible yet. */
export function PasswordChangePage() {
  const { t } = useTranslation('common')
  const session = useAppState()?.session
  const username = session?.kind === 'passwordChange' ? session.user.username : ''
  return (
    <MessagePage
      title={t('passwordChange.title')}
      text={t('passwordChange.text', { username })}
      next={t('passwordChange.next')}
      actions={
        <>
          <Link className={buttonClass()} href={paths.help}>
            {t('contact.link')}
          </Link>
          <Button variant="secondary" onClick={() => void signOut()}>
            {t('passwordChange.signOut')}
          </Button>
        </>
      }
    />
  )
}

async function signOut() {
  const result = await callPortal('session.signOut', {})
  if (result.ok) setSession(result.data)
}
