/**
 * How hard a password is to guess, told on this computer alone. The lists of common passwords and
 * keyboard patterns weigh some 400 KB: import this module when the page is open and idle.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

export const strengthLevels = ['very_weak', 'weak', 'fair', 'good', 'strong'] as const
export type StrengthLevel = (typeof strengthLevels)[number]

const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** Words that everyone here would try first. */
const ownWords = ['atradius', 'services', 'servnet', 'collectnet', 'insights', 'bienvenue']

/** `words`: what is known of the person, such as the username. */
export function passwordStrength(password: string, words: readonly string[]): StrengthLevel {
  return strengthLevels[meter.check(password, [...ownWords, ...words]).score]
}
