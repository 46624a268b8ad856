/**
 * Texts of the app. A catalogue is fetched when a page first needs it; changing the language
 * fetches all that is in use first and then switches everything at once.
 */
import { createInstance, type BackendModule, type ReadCallback } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isolate } from '../../../shared/rules/isolate.ts'
import type { Namespace } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'
import type { Catalogue } from './more-catalogues.ts'

/** What the first screens need; their chunk of each language is built as one file. */
export const firstNamespaces = [
  'common',
  'services',
  'sign-in',
  'lock',
] as const satisfies Namespace[]

const firstCatalogues = import.meta.glob<Record<string, Catalogue>>(
  '../../../shared/i18n/*/{common,services,sign-in,lock}.ts',
)

async function readCatalogue(language: string, namespace: string): Promise<Catalogue> {
  const path = `../../../shared/i18n/${language}/${namespace}.ts`
  // The first screens need not carry even the names of the files that come after them.
  const load = firstCatalogues[path] ?? (await import('./more-catalogues.ts')).moreCatalogues[path]
  const catalogue = (await load?.())?.[exportName(namespace)]
  if (catalogue === undefined) throw new Error(`No catalogue ${language}/${namespace}`)
  return catalogue
}

async function readFirstCatalogues(language: Language): Promise<Record<string, Catalogue>> {
  return Object.fromEntries(
    await Promise.all(
      firstNamespaces.map(
        async (namespace) => [namespace, await readCatalogue(language, namespace)] as const,
      ),
    ),
  )
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
      // Given and not asked for: so i18next is ready at once, and the backend brings what follows.
      resources: { [language]: await readFirstCatalogues(language) },
      partialBundledLanguages: true,
      defaultNS: 'common',
      fallbackLng: false,
      load: 'currentOnly',
      // React escapes what it renders; but what somebody typed must not turn the sentence around it.
      interpolation: { escapeValue: true, escape: isolate },
    })
}

/** Resolves once there is a language that can be changed. */
export async function textsReady(): Promise<void> {
  if (i18n.isInitialized) return
  await new Promise<void>((done) => i18n.on('initialized', () => done()))
}

/** Fetches catalogues that will soon be needed. */
export async function prefetchTexts(namespaces: readonly Namespace[]): Promise<void> {
  await i18n.loadNamespaces(namespaces)
}
