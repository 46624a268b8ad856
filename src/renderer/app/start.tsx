// One sheet with the components': a second would be one more file that the first paint waits for.
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { loadAppState } from '../common/data/app-store.ts'
import { i18n, initI18n } from '../common/i18n/i18n.ts'
import { isLanguage } from '../common/i18n/languages.ts'
import { App } from './app.tsx'

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
    await initI18n((await state)?.language ?? 'fr')
    createRoot(root).render(app)
  }
}
