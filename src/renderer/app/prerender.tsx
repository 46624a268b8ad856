/** Runs at build time only: the first screens as documents, before anything is known of anyone. */
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { Router } from 'wouter'
import type { Language } from '../../shared/languages.ts'
import { i18n, initI18n } from '../common/i18n/i18n.ts'
import { languageList } from '../common/i18n/languages.ts'
import { paths } from '../common/navigation/navigation.ts'
import { App } from './app.tsx'

export type Screen = {
  readonly language: Language
  /** The document's name: `prerendered/<language>/<name>.html`. */
  readonly name: string
  readonly title: string
  readonly html: string
}

const screens = [
  { name: 'services', path: paths.services, title: 'services:title' },
  { name: 'sign-in', path: paths.signIn, title: 'sign-in:windowTitle' },
  { name: 'locked', path: paths.locked, title: 'lock:title' },
] as const

/** Each first screen in each language, exactly as hydration will expect it. */
export async function renderScreens(): Promise<readonly Screen[]> {
  await initI18n('fr')
  const rendered: Screen[] = []
  for (const language of languageList) {
    // oxlint-disable-next-line no-await-in-loop -- all screens share one instance of the texts
    await i18n.changeLanguage(language)
    for (const { name, path, title } of screens) {
      rendered.push({
        language,
        name,
        title: i18n.t(title),
        html: renderToString(
          <StrictMode>
            <Router ssrPath={path}>
              <App />
            </Router>
          </StrictMode>,
        ),
      })
    }
  }
  return rendered
}
