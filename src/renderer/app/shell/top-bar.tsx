import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useAppPart } from '../../common/data/app-store.ts'
import { useHomePath } from '../../common/navigation/navigation.ts'
import { showPalette } from '../../common/navigation/overlays.ts'
import type { Service } from '../../common/navigation/service.ts'
import { Wordmark } from '../../ui/wordmark.tsx'
import { AccountMenu } from './account-menu.tsx'
import { StatusChip } from './status-chip.tsx'
import styles from './top-bar.module.css'
import { MenuIcon, SearchIcon } from '../../ui/icons.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Rail } from './rail.tsx'

/** The way home, how current what one sees is, what the service adds, and one's account. */
export function TopBar({ service }: { readonly service: Service | null }) {
  const { t } = useTranslation('shell')
  const home = useHomePath()
  return (
    <header className={styles['bar']}>
      <div className={styles['sheet']}>
        <MenuSheet service={service} />
      </div>
      <Link className={styles['home']} href={home} title={t('home')}>
        <Wordmark />
      </Link>
      <PaletteField />
      <div className={styles['tools']}>
        <StatusChip />
        <Suspense>{service?.topBar}</Suspense>
        <AccountMenu />
      </div>
    </header>
  )
}

/** Opens the palette, which looks through everything; its key does the same. */
function PaletteField() {
  const { t } = useTranslation('shell')
  const onMac = useAppPart((state) => state?.platform === 'macos')
  return (
    <button
      type="button"
      className={styles['search']}
      aria-haspopup="dialog"
      aria-keyshortcuts={onMac ? 'Meta+K' : 'Control+K'}
      onClick={() => showPalette(true)}
    >
      <SearchIcon size={18} />
      <span className={styles['searchWords']}>{t('search')}</span>
      <kbd className={styles['searchKey']} aria-hidden="true">
        {onMac ? '⌘ K' : 'Ctrl K'}
      </kbd>
    </button>
  )
}

/** The rail behind a button, where there is no room beside the page; gone once one went somewhere. */
export function MenuSheet({ service }: { readonly service: Service | null }) {
  const { t } = useTranslation('shell')
  const [path] = useLocation()
  const [openOn, setOpenOn] = useState<string | null>(null)
  return (
    <Sheet
      open={openOn === path}
      onOpenChange={(open) => setOpenOn(open ? path : null)}
      title={t('menu.open')}
      triggerClass={styles['open']}
      trigger={
        <>
          <MenuIcon /> {t('menu.open')}
        </>
      }
    >
      <Rail service={service} wide />
    </Sheet>
  )
}
