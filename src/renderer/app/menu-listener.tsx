import { lazy, Suspense, useEffect, useState } from 'react'

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
