/**
 * Numbers that companies are registered and taxed under, as people type them: with spaces, dots, the
 * country in front and the name of the number before that. Their check digits find a mistyped one; who
 * says that it is right all the same is believed.
 */
import { validate as validateBe } from 'stdnum/lib/cjs/be/vat.js'
import { validate as validateDeTaxNumber } from 'stdnum/lib/cjs/de/stnr.js'
import { validate as validateDeVat } from 'stdnum/lib/cjs/de/vat.js'
import { validate as validateEs } from 'stdnum/lib/cjs/es/nif.js'
import { validate as validateSiren } from 'stdnum/lib/cjs/fr/siren.js'
import { validate as validateSiret } from 'stdnum/lib/cjs/fr/siret.js'
import { validate as validateFrVat } from 'stdnum/lib/cjs/fr/tva.js'
import { validate as validateItPerson } from 'stdnum/lib/cjs/it/codicefiscale.js'
import { validate as validateIt } from 'stdnum/lib/cjs/it/iva.js'
import { validate as validateNlRsin } from 'stdnum/lib/cjs/nl/bsn.js'
import { validate as validateNlVat } from 'stdnum/lib/cjs/nl/btw.js'
import { compactNumber } from './plain-number.ts'

type Validate = (number: string) => { readonly isValid: boolean }

const matching =
  (pattern: RegExp): Validate =>
  (number) => ({ isValid: pattern.test(number) })

/** Each kind of number that a company of the country can have; those without check digits by their form. */
const kindsOf: Readonly<Partial<Record<string, readonly Validate[]>>> = {
  BE: [validateBe],
  FR: [
    validateSiren,
    validateSiret,
    validateFrVat,
    // La Poste numbers its offices without regard to Luhn.
    matching(/^356000000\d{5}$/),
  ],
  // The chamber of commerce numbers companies and establishments without check digits.
  NL: [validateNlVat, validateNlRsin, matching(/^(?:\d{8}|\d{12})$/)],
  // Registers of commerce number each for itself.
  DE: [validateDeVat, validateDeTaxNumber, matching(/(?:HR[AB]|GNR|PR|VR)\d{1,6}[A-Z]{0,3}$/)],
  ES: [validateEs],
  // Offices of the register of commerce (REA): the province and a number.
  IT: [validateIt, validateItPerson, matching(/^[A-Z]{2}\d{5,7}$/)],
}

/**
 * Whether a company of `country` (ISO 3166, two letters) can hardly have `number`, because its check
 * digits are wrong or none of the country's numbers looks like it. False where nothing is typed, and for
 * countries whose numbers are not known here.
 */
export function isUnlikelyNumber(country: string, number: string): boolean {
  const kinds = kindsOf[country]
  if (kinds === undefined) return false
  const compact = compactNumber(number)
  if (compact === '' || isLei(compact)) return false
  return ![compact, withoutPrefix(compact, country)].some((form) =>
    kinds.some((validate) => validate(form).isValid),
  )
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

/** Legal entity identifiers (ISO 17442) leave 1 when they are divided by 97, each letter as two digits. */
function isLei(compact: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(compact)) return false
  const digits = compact.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}
