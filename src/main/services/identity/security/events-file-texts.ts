import { eventsFile as de } from '../../../../shared/i18n/de/events-file.ts'
import { eventsFile as en } from '../../../../shared/i18n/en/events-file.ts'
import { eventsFile as es } from '../../../../shared/i18n/es/events-file.ts'
import { eventsFile as fr } from '../../../../shared/i18n/fr/events-file.ts'
import { eventsFile as it } from '../../../../shared/i18n/it/events-file.ts'
import { eventsFile as nl } from '../../../../shared/i18n/nl/events-file.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import type { Language } from '../../../../shared/languages.ts'

export const eventsFileTexts: Readonly<Record<Language, Texts<typeof fr>>> = {
  fr,
  nl,
  en,
  de,
  es,
  it,
}
