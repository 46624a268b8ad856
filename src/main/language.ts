import { languageSchema, type Language } from '../shared/portal/common.ts'

/**
 * Chosen in the app, else the profile's, else the system's, else French.
 * @param system the person's preferred languages as BCP 47 tags, most wanted first
 */
export function effectiveLanguage(
  chosen: Language | null,
  profile: Language | null,
  system: readonly string[],
): Language {
  return chosen ?? profile ?? system.map(ofTag).find((tag) => tag !== null) ?? 'fr'
}

function ofTag(tag: string): Language | null {
  const parsed = languageSchema.safeParse(tag.split(/[-_]/)[0]?.toLowerCase())
  return parsed.success ? parsed.data : null
}
