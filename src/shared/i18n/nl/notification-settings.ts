import type { notificationSettings as source } from '../fr/notification-settings.ts'
import type { Texts } from '../texts.ts'

export const notificationSettings: Texts<typeof source> = {
  heading: 'Meldingen van het systeem',
  intro:
    'Terwijl u in een ander venster werkt, meldt uw computer wat er binnenkomt. Deze instellingen blijven op deze computer.',
  kinds: 'Meld mij',
  decision: 'Beslissingen over uw aanvragen',
  cut: 'Limieten die wij verlagen of intrekken',
  rating: 'Beoordelingen van afnemers die verslechteren',
  message: 'Nieuwe berichten',
  quiet: 'Stille uren',
  isOn: 'Op bepaalde uren niets melden',
  isOnHint: 'Wat intussen binnenkomt, wordt daarna in één keer gemeld.',
  from: 'Van',
  to: 'Tot',
  weekends: 'Ook niet op zaterdag en zondag',
  same: 'Kies twee verschillende tijden.',
  time: 'Vul een tijd in, bijvoorbeeld 19:30.',
  save: 'Opslaan',
  saved: 'Uw instellingen zijn opgeslagen.',
  system: 'Ook de instellingen van uw systeem kunnen meldingen uitschakelen.',
}
