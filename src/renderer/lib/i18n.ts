/**
 * Texts of the app. A catalogue is fetched when a page first needs it; changing the language
 * fetches all that is in use first and then switches everything at once.
 */
import { createInstance, type BackendModule, type ReadCallback } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Namespace } from '../../shared/i18n/texts.ts'
import type { Language } from '../../shared/portal/common.ts'

type Catalogue = { readonly [key: string]: string | Catalogue }

/** What the first screens need; their chunk of each language is built as one file. */
export const firstNamespaces = ['common', 'services', 'sign-in'] as const satisfies Namespace[]

// Questions' texts come from the portal, so that its list and its words agree; the menu and the
// file of events are main's, e-mails are the portal's.
const catalogues = import.meta.glob<Record<string, Catalogue>>([
  '../../shared/i18n/*/*.ts',
  '!**/{questions,menu,mail,events-file}.ts',
])

async function readCatalogue(language: string, namespace: string): Promise<Catalogue> {
  const load = catalogues[`../../shared/i18n/${language}/${namespace}.ts`]
  const catalogue = (await load?.())?.[exportName(namespace)]
  if (catalogue === undefined) throw new Error(`No catalogue ${language}/${namespace}`)
  return catalogue
}

async function deliver(language: string, namespace: string, done: ReadCallback): Promise<void> {
  try {
    done(null, await readCatalogue(language, namespace))
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)), null)
  }
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => void deliver(language, namespace, done),
}

/** `sign-in.ts` exports `signIn`. */
export function exportName(namespace: string): string {
  return namespace.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())
}

export const i18n = createInstance()

/** Makes the texts of the first screens ready in `language`. Rejects only if the app is incomplete. */
export async function initI18n(language: Language): Promise<void> {
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      ns: [...firstNamespaces],
      defaultNS: 'common',
      fallbackLng: false,
      load: 'currentOnly',
      // React escapes what it renders.
      interpolation: { escapeValue: false },
    })
}

/** Fetches catalogues that will soon be needed. */
export async function prefetchTexts(namespaces: readonly Namespace[]): Promise<void> {
  await i18n.loadNamespaces(namespaces)
}
