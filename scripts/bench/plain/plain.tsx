/**
 * The same screens as most apps would build them: an empty document, one script with its texts in
 * it, `createRoot`. What the app's own start is held against.
 */
import '../../../src/renderer/ui/tokens.css'
import '../../../src/renderer/ui/fonts.css'
import '../../../src/renderer/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { App } from '../../../src/renderer/app/app.tsx'
import { loadAppState } from '../../../src/renderer/common/data/app-store.ts'
import { i18n } from '../../../src/renderer/common/i18n/i18n.ts'
import { common } from '../../../src/shared/i18n/fr/common.ts'
import { services } from '../../../src/shared/i18n/fr/services.ts'
import { signIn } from '../../../src/shared/i18n/fr/sign-in.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The document has no root')
void loadAppState()
await i18n.use(initReactI18next).init({
  lng: 'fr',
  resources: { fr: { common, services, 'sign-in': signIn } },
  defaultNS: 'common',
  fallbackLng: false,
  interpolation: { escapeValue: false },
})
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
