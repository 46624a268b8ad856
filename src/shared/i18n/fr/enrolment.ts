/** The first sign-in: two steps that register the account. */
export const enrolment = {
  title: 'Enregistrement de votre compte',
  intro:
    'Quelques informations complémentaires suffisent pour enregistrer votre compte. Elles ne vous seront demandées que lors de cette première connexion.',
  signedInAs: 'Compte : {{username}}',
  signOut: 'Déconnexion',
  until: 'À terminer avant le {{date}}.',
  loading: 'Votre enregistrement se charge',
  resumed:
    'Votre saisie a été retrouvée. Par sécurité, le mot de passe et les réponses ne sont jamais conservés : merci de les saisir à nouveau.',
  resumedData: 'Votre saisie a été retrouvée.',
  stepSaved: 'L’étape 1 est enregistrée.',

  kept: 'Vous pouvez vous interrompre : ce que vous saisirez ici restera sur cet ordinateur, sauf le mot de passe et les réponses.',
  keptData: 'Vous pouvez vous interrompre : ce que vous saisirez ici restera sur cet ordinateur.',

  notKept:
    'La saisie ne peut pas être conservée sur cet ordinateur. Terminez cette étape sans fermer l’application.',
  steps: {
    security: 'Sécurité',
    personalData: 'Vos données personnelles',
  },
  security: {
    passwordTitle: 'Votre nouveau mot de passe',
    passwordIntro:
      'Il remplace celui que vous avez reçu. Cliquez sur « ? » pour connaître les règles de sécurité à respecter.',
    newPassword: 'Nouveau mot de passe',
    questionsTitle: 'Vos trois questions',
    questionsIntro:
      'Elles vous seront posées si vous oubliez votre mot de passe ou voulez en changer. Choisissez trois questions différentes.',
    answersHint: 'Les majuscules, les accents, les espaces et la ponctuation ne comptent pas.',
    alreadySaved:
      'Cette étape est déjà enregistrée. Laissez les champs vides pour ne rien changer, ou remplissez-les tous pour la remplacer.',
    next: 'Suivant',
    saving: 'Enregistrement en cours…',
  },
  personalData: {
    emailTitle: 'Merci d’entrer une adresse e-\u2060mail',
    emailIntro:
      'Nous l’utiliserons pour vous informer des changements importants de votre accès, et pour vous prévenir lorsque votre mot de passe arrive à expiration.',
    email: 'Entrez votre adresse e-\u2060mail',
    emailHint:
      'Une même adresse ne peut pas servir à plusieurs comptes. Vous y recevrez un code pour la confirmer.',
    emailConfirmation: 'Retapez votre adresse e-\u2060mail',
    alertsByEmail: 'Recevoir aussi les alertes Serv@Net à cette adresse',
    identityTitle: 'Merci de nous fournir des informations complémentaires',
    firstName: 'Prénom',
    lastName: 'Nom',
    language: 'Langue favorite',
    languageHint: 'Celle de l’application et de nos e-\u2060mails.',
    back: 'Retour',
    next: 'Suivant',
    saving: 'Enregistrement en cours…',
  },
  done: {
    heading: 'Votre compte est enregistré',
    text: 'Désormais, votre nom d’utilisateur et votre nouveau mot de passe ouvrent tous vos services.',
    open: 'Ouvrir Serv@Net',
  },
}
