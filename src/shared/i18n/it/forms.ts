import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  retry: 'Riprova',
  summary: {
    title_one: 'Un punto da correggere',
    title_other: '{{count}} punti da correggere',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Domanda {{number}}',
    answer: 'Risposta {{number}}',
    choose: 'Scelga una domanda',
    hide: 'Nascondi le risposte',
    unavailable: 'Non è stato possibile caricare le domande.',
  },
}
