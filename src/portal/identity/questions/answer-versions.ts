/** Each rule by which answers have been normalised, as long as there are hashes made with it. */
import { answerNormalizationVersion, normalizeAnswer } from '../../../shared/identity/answers.ts'
import { foldCase } from '../../../shared/rules/fold-case.ts'

const versions: Readonly<Record<number, (answer: string) => string>> = {
  1: (answer) => foldCase(answer).replaceAll(/\s+/gu, ' ').trim(),
  [answerNormalizationVersion]: normalizeAnswer,
}

/**
 * `answer` as the rule `version` has it.
 * @throws Error for a rule that is newer than this portal
 */
export function normalizedBy(version: number, answer: string): string {
  const normalize = versions[version]
  if (normalize === undefined) throw new Error(`No rule ${version} for answers`)
  return normalize(answer)
}
