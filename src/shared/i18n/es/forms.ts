import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  retry: 'Reintentar',
  summary: {
    title_one: 'Hay un punto que corregir',
    title_other: 'Hay {{count}} puntos que corregir',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Pregunta {{number}}',
    answer: 'Respuesta {{number}}',
    choose: 'Elija una pregunta',
    hide: 'Ocultar las respuestas',
    unavailable: 'No se han podido cargar las preguntas.',
  },
}
