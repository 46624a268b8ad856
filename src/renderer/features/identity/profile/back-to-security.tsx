import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../../../ui/button.tsx'
import { paths } from '../../../common/navigation/navigation.ts'

/** The way on, once something of security is done. */
export function BackToSecurity() {
  const { t } = useTranslation('profile')
  return (
    <Link className={buttonClass('secondary')} href={paths.profileSecurity}>
      {t('back.security')}
    </Link>
  )
}
