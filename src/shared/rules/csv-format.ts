/** Text that spreadsheets open: what they take for the end of a cell, and for a formula in it. */

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

/** A break in a cell would begin another row for whoever reads the file line by line. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu

/**
 * Where a spreadsheet would look for a formula: at the beginning of the cell, and behind whatever it
 * may take for the end of a cell, as it is told the separator by its own settings and not by the file.
 */
const formulaStarts = /(^|[,;|:"])([\s\p{Cf}"']*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/gu

/** `text` for a cell: in one line, and with an apostrophe ahead of what would be a formula. */
export function withoutFormulas(text: string): string {
  return text.replaceAll(breaks, ' ').replaceAll(formulaStarts, "$1$2'")
}
