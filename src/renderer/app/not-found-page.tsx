import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { MessagePage } from '../common/frames/message-page.tsx'
import { buttonClass } from '../ui/button.tsx'
import { useHomePath } from '../common/navigation/navigation.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  const home = useHomePath()
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
