import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { isWithin, paths } from '../../common/navigation/navigation.ts'
import { buttonClass } from '../../ui/button.tsx'
import styles from './products.module.css'

const pages = [
  { text: 'nav.policies', path: paths.policies },
  { text: 'nav.limits', path: paths.limits },
  { text: 'nav.applications', path: paths.applications },
  { text: 'nav.exposure', path: paths.exposure },
  { text: 'nav.turnover', path: paths.turnover },
] as const

/** What "Produits" is made of, side by side. */
export function ProductsNav() {
  const { t } = useTranslation('products')
  const [path] = useLocation()
  return (
    <nav className={styles['nav']} aria-label={t('nav.label')}>
      {pages.map((page) => (
        <Link
          key={page.path}
          className={styles['tab']}
          href={page.path}
          aria-current={isWithin(page.path, path) ? 'page' : undefined}
        >
          {t(page.text)}
        </Link>
      ))}
    </nav>
  )
}

/** The same for each of these pages: the way to apply, which all of them lead to. */
export function ApplyLink() {
  const { t } = useTranslation('products')
  const client = useClientInView()
  return (
    <div className={styles['applying']}>
      {/* Those may be of any policies. */}
      {client === null && (
        <Link className={buttonClass('secondary')} href={paths.batch}>
          {t('applySeveral')}
        </Link>
      )}
      <Link className={buttonClass()} href={paths.apply}>
        {t('apply')}
      </Link>
    </div>
  )
}
