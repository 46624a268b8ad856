import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { ArrowLeftIcon } from '../../../ui/icons.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { useHome } from '../../../common/navigation/use-home.ts'
import styles from './section-nav.module.css'

const sections = [
  ['preferences', [paths.profile]],
  ['personal', [paths.profilePersonal]],
  [
    'security',
    [paths.profileSecurity, paths.profilePassword, paths.profileQuestions, paths.profileRehearsal],
  ],
] as const

/** The profile's sections, and the way back to where one came from. */
export function SectionNav() {
  const { t } = useTranslation('profile')
  const [path] = useLocation()
  const home = useHome()
  return (
    <nav className={styles['nav']} aria-label={t('sections.label')}>
      <ul className={styles['sections']}>
        {sections.map(([name, [place, ...within]]) => (
          <li key={name}>
            <Link
              className={styles['section']}
              href={place}
              aria-current={
                path === place ? 'page' : within.some((one) => one === path) ? 'true' : undefined
              }
            >
              {t(`sections.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      <Link className={styles['back']} href={home}>
        <ArrowLeftIcon size={16} />
        {t(home === paths.insights ? 'back.insights' : 'back.servnet')}
      </Link>
    </nav>
  )
}
