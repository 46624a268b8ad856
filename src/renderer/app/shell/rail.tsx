import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { serviceHomes, type ServiceId } from '../../../shared/services.ts'
import { useAppState } from '../../common/data/app-store.ts'
import { isWithin } from '../../common/navigation/navigation.ts'
import {
  menuNamespaces,
  personalEntries,
  servicesEntry,
  type MenuEntry,
  type Service,
} from '../../common/navigation/service.ts'
import { useSignOut } from '../../common/navigation/sign-out.ts'
import { type Icon, Spinner } from '../../ui/icons.tsx'
import { services } from '../services.ts'
import styles from './rail.module.css'

/** For whoever has none of the services. */
const sharedMenu: readonly MenuEntry[] = [servicesEntry, ...personalEntries]

type RailProps = {
  /** Whose pages are listed; null where there is no service to list. */
  readonly service: Service | null
  /** Always with its words beside the icons: where it is opened for itself. */
  readonly wide?: boolean
}

/** The services that are granted, and beneath the current one its pages. */
export function Rail({ service, wide = false }: RailProps) {
  const { t } = useTranslation('shell')
  const session = useAppState()?.session
  const granted = session?.kind === 'ready' ? session.user.services : service ? [service.id] : []
  return (
    <nav className={`${styles['rail']} ${wide ? styles['wide'] : ''}`} aria-label={t('menu.label')}>
      <ul className={styles['services']}>
        {granted.map((id) => (
          <li key={id}>
            <ServiceRow id={id} current={id === service?.id} />
            {id === service?.id && <Entries entries={service.menu} />}
          </li>
        ))}
        {service === null && (
          <li>
            <Entries entries={sharedMenu} />
          </li>
        )}
      </ul>
    </nav>
  )
}

function ServiceRow({ id, current }: { readonly id: ServiceId; readonly current: boolean }) {
  const { t } = useTranslation('services')
  const Icon = services[id].icon
  return (
    <Link className={styles['service']} href={serviceHomes[id]} data-current={current || undefined}>
      <Icon />
      <span>{t(`${id}.name`)}</span>
    </Link>
  )
}

function Entries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return (
    <ul className={styles['entries']}>
      {entries.map((entry) => (
        <li key={entry.kind === 'signOut' ? entry.kind : entry.text}>
          <Entry entry={entry} />
        </li>
      ))}
    </ul>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const { t } = useTranslation(menuNamespaces)
  const [path] = useLocation()
  if (entry.kind === 'signOut') return <SignOut icon={entry.icon} />
  const { icon: Icon, text } = entry
  const isCurrent =
    (entry.withPagesBeneath === true ? isWithin(entry.path, path) : path === entry.path) ||
    entry.alsoFor?.some((place) => isWithin(place, path)) === true
  return (
    <Link
      className={styles['entry']}
      href={entry.path}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon />
      <span>{t(text)}</span>
    </Link>
  )
}

function SignOut({ icon: Icon }: { readonly icon: Icon }) {
  const { t } = useTranslation('shell')
  const { signingOut, signOut } = useSignOut()
  return (
    <button
      type="button"
      className={styles['entry']}
      aria-busy={signingOut || undefined}
      onClick={signOut}
    >
      {signingOut ? <Spinner /> : <Icon />}
      <span>{t(signingOut ? 'menu.signingOut' : 'menu.signOut')}</span>
    </button>
  )
}
