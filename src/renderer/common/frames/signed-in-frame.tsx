import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../navigation/navigation.ts'
import { useSignOut } from '../navigation/use-sign-out.ts'
import { ServiceFrame } from './service-frame.tsx'
import styles from './signed-in-frame.module.css'
import { MenuIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

/** The guide's menu, in its order; signing out follows as its last entry. */
const places = [
  ['home', paths.servnet],
  ['services', paths.services],
  ['products', paths.products],
  ['profile', paths.profile],
  ['help', paths.help],
] as const

type SignedInFrameProps = {
  readonly children: ReactNode
  /** Runs from edge to edge under the menu. */
  readonly banner?: ReactNode
}

/** What surrounds every page of Serv@Net: the menu above, the fine print below. */
export function SignedInFrame({ children, banner }: SignedInFrameProps) {
  const bar = (
    <>
      <Wordmark />
      <MainMenu />
    </>
  )
  return (
    <ServiceFrame bar={bar} headerClass={styles['header']} banner={banner}>
      {children}
    </ServiceFrame>
  )
}

/** In a row where there is room, behind one button where there is not. */
function MainMenu() {
  const { t } = useTranslation('servnet')
  const [path, navigate] = useLocation()
  const { leaving, signOut } = useSignOut()
  const signOutText = t(leaving ? 'menu.signingOut' : 'menu.signOut')
  return (
    <>
      <nav className={styles['row']} aria-label={t('menu.label')}>
        {places.map(([name, place]) => (
          <Link
            key={name}
            className={styles['entry']}
            href={place}
            aria-current={isAt(place, path) ? 'page' : undefined}
          >
            {t(`menu.${name}`)}
          </Link>
        ))}
        <button
          type="button"
          className={styles['entry']}
          aria-busy={leaving || undefined}
          onClick={signOut}
        >
          {leaving && <Spinner />}
          {signOutText}
        </button>
      </nav>
      <nav className={styles['compact']} aria-label={t('menu.label')}>
        <Menu
          label={
            <>
              <MenuIcon /> {t('menu.open')}
            </>
          }
          entries={[
            ...places.map(([name, place]) => ({
              key: name,
              label: t(`menu.${name}`),
              current: isAt(place, path),
              onSelect: () => navigate(place),
            })),
            { key: 'signOut', label: signOutText, onSelect: signOut },
          ]}
        />
      </nav>
    </>
  )
}

/** Whether `path` is `place`, or one of its sections. */
function isAt(place: string, path: string): boolean {
  return path === place || (place !== paths.services && path.startsWith(`${place}/`))
}
