import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ArrowLeftIcon } from '../../../ui/icons.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import styles from './recovery.module.css'

/** The way back, at the top left. */
export function BackToSignIn() {
  const { t } = useTranslation('recovery')
  return (
    <Link className={styles['back']} href={paths.signIn}>
      <ArrowLeftIcon size={18} />
      {t('back')}
    </Link>
  )
}
