import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  hidden: {
    decision: 'Eine Entscheidung liegt vor',
    cut: 'Ein Limit hat sich geändert',
    rating: 'Eine Bewertung hat sich geändert',
    message: 'Eine Mitteilung ist da',
    several: 'Es gibt Neues',
  },
  decisions: '{{count}} Entscheidungen liegen vor',
  limit_reduced: 'Das Limit für {{buyer}} sinkt',
  limit_withdrawn: 'Das Limit für {{buyer}} wird aufgehoben',
  cuts: '{{count}} Limite sinken oder werden aufgehoben',
  rating: 'Die Bewertung von {{buyer}} verschlechtert sich',
  ratings: '{{count}} Bewertungen verschlechtern sich',
  message: 'Neue Mitteilung',
  messages: '{{count}} neue Mitteilungen',
  several: '{{count}} Neuigkeiten',
  counts: {
    decision: 'Entscheidungen: {{count}}',
    cut: 'Gesenkte oder aufgehobene Limits: {{count}}',
    rating: 'Verschlechterte Bewertungen: {{count}}',
    message: 'Mitteilungen: {{count}}',
  },
  effectiveOn: 'Wirksam ab {{date}}',
  andOthers: '{{buyers}} und andere',
}
