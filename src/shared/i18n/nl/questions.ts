import type { questions as french } from '../fr/questions.ts'
import type { Texts } from '../texts.ts'

export const questions: Texts<typeof french> = {
  'favourite-city': 'Wat is uw favoriete stad?',
  'mothers-maiden-name': 'Wat is de meisjesnaam van uw moeder?',
  'first-pet': 'Hoe heette uw eerste huisdier?',
  'first-school': 'Hoe heette uw eerste school?',
  'first-employer': 'Wie was uw eerste werkgever?',
  'childhood-street': 'In welke straat woonde u als kind?',
  'childhood-friend': 'Wat is de voornaam van uw beste jeugdvriend?',
  'favourite-teacher': 'Hoe heette de leerkracht die u het meest is bijgebleven?',
  'first-car': 'Wat was uw eerste auto?',
  'favourite-book': 'Wat is uw lievelingsboek?',
  'favourite-film': 'Wat is uw lievelingsfilm?',
  'favourite-dish': 'Wat is uw lievelingsgerecht?',
  'first-concert': 'Welke artiest zag u op uw eerste concert?',
  'holiday-place': 'Waar ging u als kind op vakantie?',
  'grandmothers-first-name': 'Wat is de voornaam van uw grootmoeder van moederskant?',
  'favourite-sport-team': 'Wat is uw favoriete sportploeg?',
  'dream-profession': 'Welk beroep wilde u als kind uitoefenen?',
  'parents-meeting-place': 'In welke stad hebben uw ouders elkaar ontmoet?',
}
