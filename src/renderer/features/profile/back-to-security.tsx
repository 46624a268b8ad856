import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../../components/ui/button.tsx'
import { paths } from '../../lib/navigation.ts'

/** The way on, once something of security is done. */
export function BackToSecurity() {
  const { t } = useTranslation('profile')
  return (
    <p>
      <Link className={buttonClass('secondary')} href={paths.profileSecurity}>
        {t('back.security')}
      </Link>
    </p>
  )
}
