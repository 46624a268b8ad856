/** Words that forms share. */
export const forms = {
  cancel: 'Annuler',
  retry: 'Réessayer',
  summary: {
    title_one: 'Un point est à corriger',
    title_other: '{{count}} points sont à corriger',
    item: '{{field}} : {{problem}}',
  },
  questions: {
    question: 'Question {{number}}',
    answer: 'Réponse {{number}}',
    choose: 'Choisissez une question',
    hide: 'Masquer les réponses',
    unavailable: 'Les questions n’ont pas pu être chargées.',
  },
  code: {
    label: 'Code reçu par e-\u2060mail',
    hint: { numeric: 'Six chiffres', alphanumeric: 'Huit lettres et chiffres' },
    validUntil: 'Valable jusqu’à {{time}}.',
    validUntilDay: 'Valable jusqu’au {{moment}}.',
    over: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    send: 'Envoyer un nouveau code',
    sending: 'Envoi en cours…',
    sendIn: 'Un nouveau code peut être demandé dans {{time}}.',
    sendNow: 'Un nouveau code peut être demandé.',
    sent: 'Un nouveau code est en route. Le précédent n’est plus valable.',
  },
  attempts: {
    left_one: 'Il vous reste un essai.',
    left_other: 'Il vous reste {{count}} essais.',
  },
  reauthentication: {
    text: 'Saisissez votre mot de passe pour continuer. Il ne vous sera plus demandé pendant cinq minutes.',
    password: 'Votre mot de passe',
    submit: 'Confirmer',
    submitting: 'Vérification en cours…',
    acts: {
      changeEmail: 'Changer d’adresse e-\u2060mail',
      seeQuestions: 'Voir vos questions de sécurité',
      changeQuestions: 'Enregistrer vos nouvelles questions',
      rehearse: 'Vérifier vos réponses',
      endSession: 'Fermer la session de {{device}}',
      endOtherSessions: 'Fermer toutes les autres sessions',
    },
  },
}
