/** What a system's spreadsheets take for the end of a cell. */

export type ListSeparator = ',' | ';'

/** Their decimal sign is a point, and yet their lists are not separated by commas. */
const pointButSemicolon = new Set(['CH', 'LI'])

/**
 * The separator of lists in the region of `locale` (BCP 47, e.g. `fr-BE`): a semicolon where the comma
 * is the decimal sign, and otherwise the comma.
 */
export function listSeparatorOf(locale: string): ListSeparator {
  if (pointButSemicolon.has(regionOf(locale))) return ';'
  const parts = new Intl.NumberFormat(known(locale)).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ';' : ','
}

function regionOf(locale: string): string {
  return new Intl.Locale(known(locale)).maximize().region ?? ''
}

/** Systems have locales that are none: "C", or none at all. */
function known(locale: string): string {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).toString()
  } catch {
    return 'en-US'
  }
}
