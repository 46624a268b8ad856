import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { MessagePage } from '../components/message-page.tsx'
import { buttonClass } from '../components/ui/button.tsx'
import { useHome } from '../lib/use-home.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  const home = useHome()
  return (
    <MessagePage
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={
        <Link className={buttonClass()} href={home}>
          {t('notFound.action')}
        </Link>
      }
    />
  )
}
