/** The words of messages, in the language of each. */
import { createInstance } from 'i18next'
import { mail as de } from '../../../shared/i18n/de/mail.ts'
import { servnet as servnetDe } from '../../../shared/i18n/de/servnet.ts'
import { mail as en } from '../../../shared/i18n/en/mail.ts'
import { servnet as servnetEn } from '../../../shared/i18n/en/servnet.ts'
import { mail as es } from '../../../shared/i18n/es/mail.ts'
import { servnet as servnetEs } from '../../../shared/i18n/es/servnet.ts'
import { mail as fr } from '../../../shared/i18n/fr/mail.ts'
import { servnet as servnetFr } from '../../../shared/i18n/fr/servnet.ts'
import { mail as it } from '../../../shared/i18n/it/mail.ts'
import { servnet as servnetIt } from '../../../shared/i18n/it/servnet.ts'
import { mail as nl } from '../../../shared/i18n/nl/mail.ts'
import { servnet as servnetNl } from '../../../shared/i18n/nl/servnet.ts'
import { isolate } from '../../../shared/rules/isolate.ts'
import { languages, type Language } from '../../../shared/languages.ts'

const resources = {
  fr: { mail: fr, servnet: servnetFr },
  nl: { mail: nl, servnet: servnetNl },
  en: { mail: en, servnet: servnetEn },
  de: { mail: de, servnet: servnetDe },
  es: { mail: es, servnet: servnetEs },
  it: { mail: it, servnet: servnetIt },
} satisfies Record<Language, unknown>

const i18n = createInstance()
void i18n.init({
  resources,
  supportedLngs: languages,
  lng: 'fr',
  fallbackLng: false,
  defaultNS: 'mail',
  initAsync: false,
  // Escaped where it becomes HTML; the text part shows it as it is. In both, what somebody typed
  // must not turn the sentence around it.
  interpolation: { escapeValue: true, escape: isolate },
  parseMissingKeyHandler: (key) => fail(`No text ${key}`),
  missingInterpolationHandler: (text) => fail(`A value is missing in: ${text}`),
})

function fail(message: string): never {
  throw new Error(message)
}

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Texts in `language`; keys of alerts' words begin with `servnet:`. */
export function translator(language: Language): Translate {
  const t = i18n.getFixedT(language)
  return (key, values) => t(key, { ...values })
}
