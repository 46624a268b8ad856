/** Words that forms share. */
export const forms = {
  retry: 'Réessayer',
  summary: {
    title_one: 'Un point est à corriger',
    title_other: '{{count}} points sont à corriger',
    item: '{{field}} : {{problem}}',
  },
  questions: {
    question: 'Question {{number}}',
    answer: 'Réponse {{number}}',
    choose: 'Choisissez une question',
    hide: 'Masquer les réponses',
    unavailable: 'Les questions n’ont pas pu être chargées.',
  },
}
