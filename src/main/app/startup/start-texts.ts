import { start as de } from '../../../shared/i18n/de/start.ts'
import { start as en } from '../../../shared/i18n/en/start.ts'
import { start as es } from '../../../shared/i18n/es/start.ts'
import { start as fr } from '../../../shared/i18n/fr/start.ts'
import { start as it } from '../../../shared/i18n/it/start.ts'
import { start as nl } from '../../../shared/i18n/nl/start.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'

/** In main's bundle, all six: a start that fails can load nothing more. */
export const startTexts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }
