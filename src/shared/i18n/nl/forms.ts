import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  retry: 'Opnieuw proberen',
  summary: {
    title_one: 'Eén punt moet worden verbeterd',
    title_other: '{{count}} punten moeten worden verbeterd',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Vraag {{number}}',
    answer: 'Antwoord {{number}}',
    choose: 'Kies een vraag',
    hide: 'Antwoorden verbergen',
    unavailable: 'De vragen konden niet worden geladen.',
  },
}
