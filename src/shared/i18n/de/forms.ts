import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  retry: 'Erneut versuchen',
  summary: {
    title_one: 'Ein Punkt ist zu korrigieren',
    title_other: '{{count}} Punkte sind zu korrigieren',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Frage {{number}}',
    answer: 'Antwort {{number}}',
    choose: 'Wählen Sie eine Frage',
    hide: 'Antworten verbergen',
    unavailable: 'Die Fragen konnten nicht geladen werden.',
  },
}
