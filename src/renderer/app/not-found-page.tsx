import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { MessagePage } from '../components/message-page.tsx'
import { buttonClass } from '../components/ui/button.tsx'
import { useAppState } from '../lib/app-store.ts'
import { homeOf, paths } from '../lib/navigation.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  const session = useAppState()?.session
  return (
    <MessagePage
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={
        <Link
          className={buttonClass()}
          href={session === undefined ? paths.services : homeOf(session)}
        >
          {t('notFound.action')}
        </Link>
      }
    />
  )
}
