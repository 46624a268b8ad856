import { menu as de } from '../../../shared/i18n/de/menu.ts'
import { menu as en } from '../../../shared/i18n/en/menu.ts'
import { menu as es } from '../../../shared/i18n/es/menu.ts'
import { menu as fr } from '../../../shared/i18n/fr/menu.ts'
import { menu as it } from '../../../shared/i18n/it/menu.ts'
import { menu as nl } from '../../../shared/i18n/nl/menu.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'

/** All six are in main's bundle: a menu is a few hundred bytes, and switching is immediate. */
export const menuTexts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }
