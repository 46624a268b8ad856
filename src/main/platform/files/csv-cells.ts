/** Texts for the cells of files that spreadsheets open: whatever somebody is called, nothing calculates. */

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
