import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  decisionHidden: 'È arrivata una decisione',
  cutHidden: 'Un limite è cambiato',
  decisions: 'Sono arrivate {{count}} decisioni',
  limit_reduced: 'Il limite su {{buyer}} diminuisce',
  limit_withdrawn: 'Il limite su {{buyer}} è revocato',
  cuts: '{{count}} limiti diminuiscono o sono revocati',
  effectiveOn: 'Effetto dal {{date}}',
  andOthers: '{{buyers}} e altri',
}
