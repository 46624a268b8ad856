import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  decisionHidden: 'A decision has come',
  cutHidden: 'A limit has changed',
  decisions: '{{count}} decisions have come',
  limit_reduced: 'The limit on {{buyer}} falls',
  limit_withdrawn: 'The limit on {{buyer}} is withdrawn',
  cuts: '{{count}} limits fall or are withdrawn',
  effectiveOn: 'Effective on {{date}}',
  andOthers: '{{buyers}} and others',
}
