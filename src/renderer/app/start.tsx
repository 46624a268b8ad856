// One sheet with the components': a second would be one more file that the first paint waits for.
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { loadAppState } from '../common/data/app-store.ts'
import { i18n, initI18n, prefetchTexts } from '../common/i18n/i18n.ts'
import { isLanguage } from '../common/i18n/languages.ts'
import { App } from './app.tsx'
import { menuNamespaces } from '../common/navigation/service.ts'
import { OtherPages } from './routes.tsx'

/** Of the shell and of the first page of Serv@Net. */
const homeTexts = [
  ...menuNamespaces,
  'alerts',
  'credit',
  'offline',
  'errors',
  'forms',
  'profile',
  'passwords',
] as const

/**
 * Who stayed signed in opens on a page that nobody drew beforehand: its code comes while main says who
 * they are, and nothing is drawn before, as React holds each later step back once something was. A
 * failure shows when the page is opened.
 */
async function loadSignedIn(): Promise<void> {
  try {
    await OtherPages.preload()
    const { preloadHome } = await import('./other-pages.tsx')
    await preloadHome(location.pathname)
  } catch {
    // The page asks for the same once it is shown, and says what is missing.
  }
}

/**
 * Brings the page to life. A prerendered document is hydrated at once in the language it was
 * written in; the empty shell first asks main which language it is to be.
 */
export async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The document has no root')
  const state = loadAppState()
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  const app = (
    <StrictMode>
      <App />
    </StrictMode>
  )
  if (root.firstElementChild !== null && isLanguage(document.documentElement.lang)) {
    await initI18n(document.documentElement.lang)
    hydrateRoot(root, app)
  } else {
    const [known] = await Promise.all([state, loadSignedIn()])
    await initI18n(known?.language ?? 'fr')
    if (known?.session.kind === 'ready') await prefetchTexts(homeTexts)
    createRoot(root).render(app)
  }
}
