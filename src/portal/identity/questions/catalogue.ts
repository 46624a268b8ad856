/** The catalogue of security questions in one language. */
import type { Language } from '../../../shared/languages.ts'
import {
  securityQuestionIds,
  type SecurityQuestion,
} from '../../../shared/contract/identity/security-questions.ts'
import { questions as de } from '../../../shared/i18n/de/questions.ts'
import { questions as en } from '../../../shared/i18n/en/questions.ts'
import { questions as es } from '../../../shared/i18n/es/questions.ts'
import { questions as fr } from '../../../shared/i18n/fr/questions.ts'
import { questions as it } from '../../../shared/i18n/it/questions.ts'
import { questions as nl } from '../../../shared/i18n/nl/questions.ts'

const texts = { fr, nl, en, de, es, it }

/** Every question of the catalogue, in `language`. */
export function questionsIn(language: Language): SecurityQuestion[] {
  return securityQuestionIds.map((id) => ({ id, text: texts[language][id] }))
}

/**
 * The texts of `ids`, in their order.
 * @throws where one is not in the catalogue
 */
export function questionsOf(ids: readonly string[], language: Language): SecurityQuestion[] {
  const catalogue = questionsIn(language)
  return ids.map((id) => {
    const question = catalogue.find((one) => one.id === id)
    if (question === undefined) throw new Error(`There is no question ${id}`)
    return question
  })
}
