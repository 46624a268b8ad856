/** The words of a written file of events, in every language: such a file is made in any of them. */
import { eventsFile as deFile } from '../../../../shared/i18n/de/events-file.ts'
import { eventsFile as enFile } from '../../../../shared/i18n/en/events-file.ts'
import { eventsFile as esFile } from '../../../../shared/i18n/es/events-file.ts'
import { eventsFile as frFile } from '../../../../shared/i18n/fr/events-file.ts'
import { eventsFile as itFile } from '../../../../shared/i18n/it/events-file.ts'
import { eventsFile as nlFile } from '../../../../shared/i18n/nl/events-file.ts'
import { profile as deProfile } from '../../../../shared/i18n/de/profile.ts'
import { profile as enProfile } from '../../../../shared/i18n/en/profile.ts'
import { profile as esProfile } from '../../../../shared/i18n/es/profile.ts'
import { profile as frProfile } from '../../../../shared/i18n/fr/profile.ts'
import { profile as itProfile } from '../../../../shared/i18n/it/profile.ts'
import { profile as nlProfile } from '../../../../shared/i18n/nl/profile.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import type { Language } from '../../../../shared/languages.ts'

export const eventsFileTexts: Readonly<Record<Language, Texts<typeof frFile>>> = {
  fr: frFile,
  nl: nlFile,
  en: enFile,
  de: deFile,
  es: esFile,
  it: itFile,
}

/** The profile's words for events, which its page and a written file share. */
export const profileTexts: Readonly<Record<Language, Texts<typeof frProfile>>> = {
  fr: frProfile,
  nl: nlProfile,
  en: enProfile,
  de: deProfile,
  es: esProfile,
  it: itProfile,
}
