/** Signing in, and what stands around it. */
export const signIn = {
  title: 'Bienvenue chez Atradius',
  windowTitle: 'Connexion',
  welcome:
    'Afin de vous offrir le meilleur service possible, nous avons amélioré la façon d’accéder à nos informations et services en ligne, via un identifiant et un mot de passe unique.',
  noAccount:
    'Si vous n’avez pas encore d’identifiant ni de mot de passe, merci de contacter votre personne de contact dédiée.',
  allServices: 'Tous les services',
  username: 'Nom d’utilisateur',
  password: 'Mot de passe',
  staySignedIn: 'Rester connecté sur cet appareil',
  staySignedInUnavailable:
    'Impossible sur cet appareil : son trousseau de clés n’est pas disponible. Vous devrez vous connecter à chaque ouverture.',
  submit: 'Entrée',
  submitting: 'Connexion en cours…',
  forgotten: 'Mot de passe oublié ?',
  usernameForgotten: 'Nom d’utilisateur oublié ?',
  usernameMissing: 'Saisissez votre nom d’utilisateur.',
  passwordMissing: 'Saisissez votre mot de passe.',
  incomplete: 'Il manque une information pour vous connecter.',
  waiting: 'Nouvel essai possible dans {{time}}.',
  waitingOver: 'Vous pouvez réessayer maintenant.',
  reason: {
    signedOut: 'Votre session sur cet appareil est fermée.',
    sessionEnded:
      'Votre session a pris fin. Connectez-vous à nouveau pour reprendre où vous en étiez.',
  },
}
