import { useQueryClient } from '@tanstack/react-query'
import { Suspense, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Confirmation } from '../../common/frames/confirmation.tsx'
import { Notices } from '../../common/frames/notices.tsx'
import { PageLoading } from '../../common/frames/page-loading.tsx'
import { prefetchTexts } from '../../common/i18n/i18n.ts'
import { useAppState, useAppPart } from '../../common/data/app-store.ts'
import { serviceOfPage } from '../../../shared/pages.ts'
import { lazyComponent } from '../../common/navigation/lazy-component.tsx'
import { usePaletteOpen } from '../../common/navigation/overlays.ts'
import type { Service } from '../../common/navigation/service.ts'
import { Outside } from '../../common/contact/contact-details.tsx'
import { serviceToOpen } from '../../../shared/services.ts'
import { services } from '../services.ts'
import { ClientBand, OfClient } from './client-band.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { metaQuery, passwordPolicyQuery, profileQuery } from '../../common/data/queries.ts'

const Palette = lazyComponent(() =>
  import('../../features/palette/palette.tsx').then((module) => module.Palette),
)

/** What surrounds every page of whoever is signed in; it stays while the pages change. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell')
  const service = useCurrentService()
  usePrefetchedData()
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {t('skipToContent')}
      </a>
      <TopBar service={service} />
      <div className={styles['rail']}>
        <Rail service={service} />
      </div>
      <div className={styles['side']}>
        <ClientBand />
        <main className={styles['main']} id="content" tabIndex={-1}>
          <div className={styles['news']}>
            <Confirmation />
            <Notices />
          </div>
          <Suspense fallback={<PageLoading />}>
            <OfClient>{children}</OfClient>
          </Suspense>
        </main>
        <Footer />
      </div>
      <OpenPalette />
    </div>
  )
}

/** Over the pages while it is open. */
function OpenPalette() {
  const open = usePaletteOpen()
  return <Suspense>{open && <Palette />}</Suspense>
}

/** The service that the page belongs to, or that one came from to a page that all of them share. */
function useCurrentService(): Service | null {
  const [path] = useLocation()
  const state = useAppState()
  const granted = state?.session.kind === 'ready' ? state.session.user.services : null
  const id = serviceOfPage(path) ?? serviceToOpen(state?.service ?? null, granted)
  return id === null ? null : services[id]
}

function Footer() {
  const { t } = useTranslation('shell')
  return (
    <footer className={styles['footer']}>
      <p lang="en">Managing risk, enabling trade</p>
      <div className={styles['links']}>
        <Outside link="legal">{t('footer.legal')}</Outside>
        <Outside link="cookies">{t('footer.cookies')}</Outside>
      </div>
    </footer>
  )
}

/** A computer that is never idle is to have it all the same. */
const busy = { timeout: 5_000 } as const

/**
 * Fetches, in idle time, what the pages show offline, so that one need not have opened them while
 * there was a network: main keeps each answer. A failure shows where the page is opened.
 */
export function usePrefetchedData(): void {
  const queryClient = useQueryClient()
  const granted = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services : null,
  )
  useEffect(() => {
    if (granted === null) return undefined
    const idle = requestIdleCallback(() => {
      // So that the first key that is pressed in it is not lost.
      void Promise.allSettled([Palette.preload(), prefetchTexts(['palette', 'guide', 'buyers'])])
      void queryClient.prefetchQuery(profileQuery)
      void queryClient.prefetchQuery(metaQuery)
      void queryClient.prefetchQuery(passwordPolicyQuery)
      for (const id of granted) void services[id].prefetch?.(queryClient)
    }, busy)
    return () => cancelIdleCallback(idle)
  }, [granted, queryClient])
}
