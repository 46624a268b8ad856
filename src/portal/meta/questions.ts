/** The catalogue of security questions in one language. */
import type { Language } from '../../shared/portal/common.ts'
import {
  securityQuestionIds,
  type SecurityQuestion,
} from '../../shared/portal/security-questions.ts'
import { questions as de } from '../../shared/i18n/de/questions.ts'
import { questions as en } from '../../shared/i18n/en/questions.ts'
import { questions as es } from '../../shared/i18n/es/questions.ts'
import { questions as fr } from '../../shared/i18n/fr/questions.ts'
import { questions as it } from '../../shared/i18n/it/questions.ts'
import { questions as nl } from '../../shared/i18n/nl/questions.ts'

const texts = { fr, nl, en, de, es, it }

export function questionsIn(language: Language): SecurityQuestion[] {
  return securityQuestionIds.map((id) => ({ id, text: texts[language][id] }))
}
