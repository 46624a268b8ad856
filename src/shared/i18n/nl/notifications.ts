import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  hidden: {
    decision: 'Er is een beslissing',
    cut: 'Een limiet is gewijzigd',
    rating: 'Een beoordeling is gewijzigd',
    message: 'Er is een bericht',
    several: 'Er is nieuws',
  },
  decisions: 'Er zijn {{count}} beslissingen',
  limit_reduced: 'De limiet op {{buyer}} wordt verlaagd',
  limit_withdrawn: 'De limiet op {{buyer}} wordt ingetrokken',
  cuts: '{{count}} limieten worden verlaagd of ingetrokken',
  rating: 'De beoordeling van {{buyer}} verslechtert',
  ratings: '{{count}} beoordelingen verslechteren',
  message: 'Nieuw bericht',
  messages: '{{count}} nieuwe berichten',
  several: '{{count}} nieuwe zaken',
  counts: {
    decision: 'Beslissingen: {{count}}',
    cut: 'Limieten verlaagd of ingetrokken: {{count}}',
    rating: 'Verslechterde beoordelingen: {{count}}',
    message: 'Berichten: {{count}}',
  },
  effectiveOn: 'Ingang op {{date}}',
  andOthers: '{{buyers}} en andere',
}
