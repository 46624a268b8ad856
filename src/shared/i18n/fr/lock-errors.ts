/** What keeps closed what is kept on this computer, in the person’s words: a part of `errors`. */
export const lockErrors = {
  app_locked: {
    message: 'L’application est verrouillée.',
    next: 'Déverrouillez-la, puis recommencez.',
  },
  lock_password_wrong: {
    message: 'Ce mot de passe n’ouvre pas l’application.',
    next: 'Vérifiez-le, majuscules comprises, puis réessayez.',
  },
  lock_unavailable: {
    message:
      'Le verrouillage n’est pas possible pour le moment : le trousseau de clés de cet ordinateur n’est pas utilisable.',
    next: 'Déverrouillez-le ou demandez à votre service informatique de l’activer, puis réessayez.',
  },
  lock_required: {
    message: 'Votre organisation demande un verrouillage de l’application.',
    next: 'Choisissez d’abord comment l’application se verrouille.',
  },
  lock_managed: {
    message: 'Ce réglage du verrouillage est fixé par votre organisation.',
    next: 'Choisissez une valeur proposée, ou adressez-vous à votre service informatique.',
  },
  lease_over: {
    message: 'Le service Atradius n’a pas été joint depuis trop longtemps.',
    next: 'Reliez cet ordinateur au réseau : l’application s’ouvrira d’elle-même. Vos données et vos modifications y sont toujours.',
  },
  clock_set_back: {
    message: 'L’horloge de cet ordinateur a été reculée.',
    next: 'Réglez la date et l’heure, puis reliez cet ordinateur au réseau : l’application s’ouvrira d’elle-même.',
  },
}
