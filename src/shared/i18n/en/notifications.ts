import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  hidden: {
    decision: 'A decision has come',
    cut: 'A limit has changed',
    rating: 'A rating has changed',
    message: 'A message has come',
    several: 'There is something new',
  },
  decisions: '{{count}} decisions have come',
  limit_reduced: 'The limit on {{buyer}} falls',
  limit_withdrawn: 'The limit on {{buyer}} is withdrawn',
  cuts: '{{count}} limits fall or are withdrawn',
  rating: 'The rating of {{buyer}} gets worse',
  ratings: '{{count}} ratings get worse',
  message: 'New message',
  messages: '{{count}} new messages',
  several: '{{count}} news items',
  counts: {
    decision: 'Decisions: {{count}}',
    cut: 'Limits reduced or withdrawn: {{count}}',
    rating: 'Ratings worse: {{count}}',
    message: 'Messages: {{count}}',
  },
  effectiveOn: 'Effective on {{date}}',
  andOthers: '{{buyers}} and others',
}
