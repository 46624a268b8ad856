import { profile as de } from '../../../../shared/i18n/de/profile.ts'
import { profile as en } from '../../../../shared/i18n/en/profile.ts'
import { profile as es } from '../../../../shared/i18n/es/profile.ts'
import { profile as fr } from '../../../../shared/i18n/fr/profile.ts'
import { profile as it } from '../../../../shared/i18n/it/profile.ts'
import { profile as nl } from '../../../../shared/i18n/nl/profile.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import type { Language } from '../../../../shared/languages.ts'

/** The profile's words for events, which its page and a written file share. */
export const profileTexts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }
