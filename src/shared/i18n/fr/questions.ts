import type { SecurityQuestionId } from '../../contract/identity/security-questions.ts'

/** The security questions' words, by the stable id of each. */
export const questions = {
  'favourite-city': 'Quelle est votre ville préférée ?',
  'mothers-maiden-name': 'Quel est le nom de jeune fille de votre mère ?',
  'first-pet': 'Quel est le nom de votre premier animal de compagnie ?',
  'first-school': 'Quel est le nom de votre première école ?',
  'first-employer': 'Quel a été votre premier employeur ?',
  'childhood-street': 'Dans quelle rue habitiez-vous enfant ?',
  'childhood-friend': 'Quel est le prénom de votre meilleur ami d’enfance ?',
  'favourite-teacher': 'Quel est le nom de l’enseignant qui vous a le plus marqué ?',
  'first-car': 'Quelle a été votre première voiture ?',
  'favourite-book': 'Quel est le livre que vous préférez ?',
  'favourite-film': 'Quel est le film que vous préférez ?',
  'favourite-dish': 'Quel est votre plat préféré ?',
  'first-concert': 'Quel artiste avez-vous vu à votre premier concert ?',
  'holiday-place': 'Où passiez-vous vos vacances enfant ?',
  'grandmothers-first-name': 'Quel est le prénom de votre grand-mère maternelle ?',
  'favourite-sport-team': 'Quelle est votre équipe sportive préférée ?',
  'dream-profession': 'Quel métier rêviez-vous d’exercer enfant ?',
  'parents-meeting-place': 'Dans quelle ville vos parents se sont-ils rencontrés ?',
} as const satisfies Record<SecurityQuestionId, string>
