import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  hidden: {
    decision: 'È arrivata una decisione',
    cut: 'Un limite è cambiato',
    rating: 'Una valutazione è cambiata',
    message: 'È arrivato un messaggio',
    several: 'Ci sono novità',
  },
  decisions: 'Sono arrivate {{count}} decisioni',
  limit_reduced: 'Il limite su {{buyer}} diminuisce',
  limit_withdrawn: 'Il limite su {{buyer}} è revocato',
  cuts: '{{count}} limiti diminuiscono o sono revocati',
  rating: 'La valutazione di {{buyer}} peggiora',
  ratings: '{{count}} valutazioni peggiorano',
  message: 'Nuovo messaggio',
  messages: '{{count}} nuovi messaggi',
  several: '{{count}} novità',
  counts: {
    decision: 'Decisioni: {{count}}',
    cut: 'Limiti ridotti o revocati: {{count}}',
    rating: 'Valutazioni peggiorate: {{count}}',
    message: 'Messaggi: {{count}}',
  },
  effectiveOn: 'Effetto dal {{date}}',
  andOthers: '{{buyers}} e altri',
}
