import type { questions as french } from '../fr/questions.ts'
import type { Texts } from '../texts.ts'

export const questions: Texts<typeof french> = {
  'favourite-city': 'Qual è la Sua città preferita?',
  'mothers-maiden-name': 'Qual è il cognome da nubile di Sua madre?',
  'first-pet': 'Come si chiamava il Suo primo animale domestico?',
  'first-school': 'Come si chiamava la Sua prima scuola?',
  'first-employer': 'Qual è stato il Suo primo datore di lavoro?',
  'childhood-street': 'In quale via abitava nell’infanzia?',
  'childhood-friend': 'Qual è il nome del Suo migliore amico d’infanzia?',
  'favourite-teacher': 'Come si chiamava l’insegnante che ricorda meglio?',
  'first-car': 'Qual è stata la Sua prima auto?',
  'favourite-book': 'Qual è il Suo libro preferito?',
  'favourite-film': 'Qual è il Suo film preferito?',
  'favourite-dish': 'Qual è il Suo piatto preferito?',
  'first-concert': 'Quale artista ha visto al Suo primo concerto?',
  'holiday-place': 'Dove trascorreva le vacanze nell’infanzia?',
  'grandmothers-first-name': 'Qual è il nome della Sua nonna materna?',
  'favourite-sport-team': 'Qual è la Sua squadra sportiva preferita?',
  'dream-profession': 'Quale professione sognava di svolgere nell’infanzia?',
  'parents-meeting-place': 'In quale città si sono conosciuti i Suoi genitori?',
}
