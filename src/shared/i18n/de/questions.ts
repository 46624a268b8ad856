import type { questions as french } from '../fr/questions.ts'
import type { Texts } from '../texts.ts'

export const questions: Texts<typeof french> = {
  'favourite-city': 'Was ist Ihre Lieblingsstadt?',
  'mothers-maiden-name': 'Wie lautet der Mädchenname Ihrer Mutter?',
  'first-pet': 'Wie hieß Ihr erstes Haustier?',
  'first-school': 'Wie hieß Ihre erste Schule?',
  'first-employer': 'Wer war Ihr erster Arbeitgeber?',
  'childhood-street': 'In welcher Straße haben Sie als Kind gewohnt?',
  'childhood-friend': 'Wie lautet der Vorname Ihres besten Freundes aus der Kindheit?',
  'favourite-teacher': 'Wie hieß die Lehrkraft, an die Sie sich am besten erinnern?',
  'first-car': 'Was war Ihr erstes Auto?',
  'favourite-book': 'Was ist Ihr Lieblingsbuch?',
  'favourite-film': 'Was ist Ihr Lieblingsfilm?',
  'favourite-dish': 'Was ist Ihr Lieblingsgericht?',
  'first-concert': 'Wen haben Sie auf Ihrem ersten Konzert gesehen?',
  'holiday-place': 'Wo haben Sie als Kind die Ferien verbracht?',
  'grandmothers-first-name': 'Wie lautet der Vorname Ihrer Großmutter mütterlicherseits?',
  'favourite-sport-team': 'Was ist Ihre Lieblingsmannschaft im Sport?',
  'dream-profession': 'Welchen Beruf wollten Sie als Kind ergreifen?',
  'parents-meeting-place': 'In welcher Stadt haben sich Ihre Eltern kennengelernt?',
}
