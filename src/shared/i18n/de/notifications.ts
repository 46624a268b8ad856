import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  decisionHidden: 'Eine Entscheidung liegt vor',
  cutHidden: 'Ein Limit hat sich geändert',
  decisions: '{{count}} Entscheidungen liegen vor',
  limit_reduced: 'Das Limit für {{buyer}} sinkt',
  limit_withdrawn: 'Das Limit für {{buyer}} wird aufgehoben',
  cuts: '{{count}} Limite sinken oder werden aufgehoben',
  effectiveOn: 'Wirksam ab {{date}}',
  andOthers: '{{buyers}} und andere',
}
