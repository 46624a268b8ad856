import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../navigation/navigation.ts'
import { useSignOut } from '../navigation/use-sign-out.ts'
import { CurrencyChooser } from './currency-chooser.tsx'
import styles from './insights-frame.module.css'
import { ServiceFrame } from './service-frame.tsx'
import { AccountIcon, DashboardIcon, SearchIcon, ToolsIcon } from '../../ui/icons.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

/** Atradius Insights' own bar above: what it shows, in which currency, and "Mon compte". */
export function InsightsFrame({ children }: { readonly children: ReactNode }) {
  const bar = (
    <>
      <Name />
      <Bar />
    </>
  )
  return (
    <ServiceFrame bar={bar} headerClass={styles['header']}>
      {children}
    </ServiceFrame>
  )
}

function Name() {
  const { t } = useTranslation('insights')
  return (
    <div className={styles['name']}>
      <Wordmark />
      <span aria-hidden="true">{t('name')}</span>
    </div>
  )
}

function Bar() {
  const { t } = useTranslation('insights')
  const [path] = useLocation()
  return (
    <nav className={styles['bar']} aria-label={t('menu')}>
      <Link
        className={styles['entry']}
        href={paths.insights}
        title={t('dashboard')}
        aria-current={path === paths.insights ? 'page' : undefined}
      >
        <DashboardIcon />
        <span>{t('dashboard')}</span>
      </Link>
      <Later name="tools" />
      <Later name="search" />
      <CurrencyChooser />
      <Link
        className={styles['entry']}
        href={paths.profile}
        title={t('account')}
        aria-current={path.startsWith(paths.profile) ? 'page' : undefined}
      >
        <AccountIcon />
        <span>{t('account')}</span>
      </Link>
      <SignOut />
    </nav>
  )
}

const laterIcons = { tools: ToolsIcon, search: SearchIcon } as const

/** A place that is still to come: it can be reached, and says so. */
function Later({ name }: { readonly name: keyof typeof laterIcons }) {
  const { t } = useTranslation('insights')
  const Icon = laterIcons[name]
  return (
    <button type="button" className={styles['entry']} aria-disabled="true" title={t('later')}>
      <Icon />
      <span>{t(name)}</span>
      <span className="visually-hidden">{t('later')}</span>
    </button>
  )
}

function SignOut() {
  const { t } = useTranslation('servnet')
  const { leaving, signOut } = useSignOut()
  return (
    <button
      type="button"
      className={styles['entry']}
      aria-busy={leaving || undefined}
      onClick={signOut}
    >
      {leaving && <Spinner />}
      <span>{t(leaving ? 'menu.signingOut' : 'menu.signOut')}</span>
    </button>
  )
}
