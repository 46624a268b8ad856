import type { questions as french } from '../fr/questions.ts'
import type { Texts } from '../texts.ts'

export const questions: Texts<typeof french> = {
  'favourite-city': 'What is your favourite city?',
  'mothers-maiden-name': 'What is your mother’s maiden name?',
  'first-pet': 'What was the name of your first pet?',
  'first-school': 'What was the name of your first school?',
  'first-employer': 'Who was your first employer?',
  'childhood-street': 'Which street did you live in as a child?',
  'childhood-friend': 'What is the first name of your best childhood friend?',
  'favourite-teacher': 'What was the name of the teacher you remember best?',
  'first-car': 'What was your first car?',
  'favourite-book': 'What is your favourite book?',
  'favourite-film': 'What is your favourite film?',
  'favourite-dish': 'What is your favourite dish?',
  'first-concert': 'Which artist did you see at your first concert?',
  'holiday-place': 'Where did you spend your holidays as a child?',
  'grandmothers-first-name': 'What is the first name of your mother’s mother?',
  'favourite-sport-team': 'What is your favourite sports team?',
  'dream-profession': 'Which profession did you dream of as a child?',
  'parents-meeting-place': 'In which town did your parents meet?',
}
