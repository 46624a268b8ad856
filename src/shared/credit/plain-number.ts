/** Numbers of companies as they are compared, however each is typed; whether one can be right is not asked. */

/** What stands before a number on letterheads. */
const labels =
  /^(?:TVA|BTW|MWST|VAT|USTIDNR|USTID|KBO|BCE|SIREN|SIRET|RSIN|KVK|CIF|NIF|PIVA|PARTITAIVA|CF|LEI)+/

/**
 * A number as it is compared: letters and digits alone, in capitals, without what it is called and
 * without the places that French registers name after it.
 */
export function compactNumber(number: string): string {
  return number
    .replaceAll(/n[°º]/giu, '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/^RCS\p{L}*|RCS\p{L}*$/gu, '')
    .replace(labels, '')
}

/** A number without its country before it, and without zeros, which spreadsheets take away. */
export function plainNumber(number: string, country: string | null): string {
  const compact = compactNumber(number)
  const bare = country !== null && compact.startsWith(country) ? compact.slice(2) : compact
  return bare.replace(/^0+/, '')
}

/** What `plainNumber` may make of a number of which it is not known whose country stands before it. */
export function plainNumbers(number: string, country: string | null): readonly string[] {
  const whole = plainNumber(number, country)
  const named = /^(?<country>[A-Z]{2})\d/.exec(compactNumber(number))?.groups?.['country']
  const forms =
    country === null && named !== undefined ? [whole, plainNumber(number, named)] : [whole]
  return forms.filter((form) => form !== '')
}
