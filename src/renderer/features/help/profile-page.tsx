import { useTranslation } from 'react-i18next'
import { Button } from '../../components/ui/button.tsx'
import { callPortal } from '../../lib/portal.ts'
import { LaterPage } from './later-page.tsx'

/** "Profil de l'utilisateur" */
export function ProfilePage() {
  const { t } = useTranslation('help')
  return (
    <LaterPage page="profile">
      <Button
        variant="secondary"
        onClick={() => void callPortal('app.openExternal', { link: 'email' })}
      >
        {t('profile.email')}
      </Button>
    </LaterPage>
  )
}
