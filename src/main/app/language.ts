import type { Language } from '../../shared/languages.ts'
import type { SettingsValues } from '../platform/settings/settings-values.ts'
import { languageOf } from '../platform/settings/settings-values.ts'

/**
 * Chosen in the app, else the profile's, else the system's, else French.
 * @param system the person's preferred languages as BCP 47 tags, most wanted first
 */
export function effectiveLanguage(
  { language, profileLanguage }: Pick<SettingsValues, 'language' | 'profileLanguage'>,
  system: readonly string[],
): Language {
  const spoken = system.map(languageOf).find((known) => known !== null)
  return language ?? profileLanguage ?? spoken ?? 'fr'
}
