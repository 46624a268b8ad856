import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../../common/navigation/navigation.ts'
import styles from './section-nav.module.css'

const sections = [
  ['preferences', [paths.profile]],
  ['notifications', [paths.profileNotifications]],
  ['personal', [paths.profilePersonal]],
  [
    'security',
    [
      paths.profileSecurity,
      paths.profilePassword,
      paths.profileQuestions,
      paths.profileRehearsal,
      paths.profileLock,
    ],
  ],
] as const

/** The profile's sections. The way back to the service is the menu beside it. */
export function SectionNav() {
  const { t } = useTranslation('profile')
  const [path] = useLocation()
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
    </nav>
  )
}
