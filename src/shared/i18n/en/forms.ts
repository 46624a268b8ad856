import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  retry: 'Try again',
  summary: {
    title_one: 'One point needs correcting',
    title_other: '{{count}} points need correcting',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Question {{number}}',
    answer: 'Answer {{number}}',
    choose: 'Choose a question',
    hide: 'Hide the answers',
    unavailable: 'The questions could not be loaded.',
  },
}
