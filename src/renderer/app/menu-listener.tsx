import { lazy, Suspense, useEffect, useState } from 'react'
import { useAppPart } from '../common/data/app-store.ts'
import { callPortal } from '../common/data/portal.ts'

const AboutDialog = lazy(() =>
  import('./about-dialog.tsx').then((module) => ({ default: module.AboutDialog })),
)

/** Listens to the application menu on every page. What it asks for is fetched when it first asks. */
export function MenuListener() {
  const [aboutOpen, setAboutOpen] = useState(false)
  useEffect(
    () =>
      window.portal.on('menu.chosen', (command) => {
        void import('./menu-commands.ts').then(({ follow }) =>
          follow(command, { showAbout: () => setAboutOpen(true) }),
        )
      }),
    [],
  )
  if (!aboutOpen) return null
  return (
    <Suspense>
      <AboutDialog onClose={() => setAboutOpen(false)} />
    </Suspense>
  )
}

/**
 * Tells main, once, that this page is drawn with all that main has said: a version that comes so far works.
 * It stands beside the pages, so that where drawing one of them fails it is not there either.
 */
export function FirstScreen() {
  const known = useAppPart((state) => state !== null)
  useEffect(() => {
    if (known) void callPortal('app.shown', {})
  }, [known])
  return null
}
