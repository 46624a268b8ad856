/**
 * How hard a password is to guess, told on this computer alone. The lists of common passwords and of
 * the six languages' words weigh some 2 MB: import this module when the page is open and idle.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as german } from '@zxcvbn-ts/language-de'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { dictionary as spanish } from '@zxcvbn-ts/language-es-es'
import { dictionary as french } from '@zxcvbn-ts/language-fr'
import { dictionary as italian } from '@zxcvbn-ts/language-it'
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be'
import { isInList, type PasswordContext } from '../../../shared/identity/password-policy.ts'
import { isPredictablePassword } from '../../../shared/identity/predictable-password.ts'

export const strengthLevels = ['very_weak', 'weak', 'fair', 'good', 'strong'] as const
export type StrengthLevel = (typeof strengthLevels)[number]

/** Words and first names only: the packs' lists of surnames and of encyclopedias take seconds to read. */
const dictionary = {
  ...common,
  french: french['commonWords-fr'],
  frenchNames: french['firstnames-fr'],
  dutch: dutch.commonWords,
  dutchNames: [...dutch.girlsFirstnames, ...dutch.boysFirstnames],
  english: english['commonWords-en'],
  englishNames: english['firstnames-en'],
  german: german.commonWords,
  germanNames: german.firstnames,
  spanish: spanish['commonWords-es-es'],
  spanishNames: spanish['firstnames-es-es'],
  italian: italian.commonWords,
  italianNames: italian.firstnames,
}

const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
const commonPasswords = new Set<string>(common['passwords-common'])

/** Words that everyone here would try first. */
const ownWords = ['atradius', 'services', 'servnet', 'collectnet', 'insights', 'bienvenue']

/**
 * The level of `password`, with what is known of the person: never more than the least for one that
 * the portal refuses as common, by the rules that it goes by.
 */
export function passwordStrength(password: string, context: PasswordContext): StrengthLevel {
  if (isPredictablePassword(password, context) || isInList(commonPasswords, password)) {
    return 'very_weak'
  }
  const known = [context.username, context.email, ...(context.names ?? [])]
  const words = known.filter((word) => word !== undefined)
  return strengthLevels[meter.check(password, [...ownWords, ...words]).score]
}
