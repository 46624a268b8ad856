import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  decisionHidden: 'Er is een beslissing',
  cutHidden: 'Een limiet is gewijzigd',
  decisions: 'Er zijn {{count}} beslissingen',
  limit_reduced: 'De limiet op {{buyer}} wordt verlaagd',
  limit_withdrawn: 'De limiet op {{buyer}} wordt ingetrokken',
  cuts: '{{count}} limieten worden verlaagd of ingetrokken',
  effectiveOn: 'Ingang op {{date}}',
  andOthers: '{{buyers}} en andere',
}
