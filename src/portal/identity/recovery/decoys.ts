/** The questions of a username that nobody has: as lasting as a person's own. */
import type { Pepper } from '../../platform/crypto/pepper.ts'
import {
  securityQuestionIds,
  type SecurityQuestionId,
} from '../../../shared/contract/identity/security-questions.ts'

const questionsAsked = 3

/**
 * Three different questions, always the same for `name` while the pepper lasts.
 * @param name folded, so that every way of typing it has the same
 */
export function decoyQuestions(
  pepper: Pick<Pepper, 'hmacIndex'>,
  name: string,
): SecurityQuestionId[] {
  const left = [...securityQuestionIds]
  return Array.from({ length: questionsAsked }, (_, position) => {
    const at = pepper.hmacIndex(JSON.stringify([name, position]), left.length)
    return left.splice(at, 1)
  }).flat()
}
