/** What surrounds every page of whoever is signed in. */
export const shell = {
  menu: {
    label: 'Menu principal',
    open: 'Menu',
    signOut: 'Déconnexion',
    signingOut: 'Déconnexion en cours…',
  },
  skipToContent: 'Aller au contenu',
  home: 'Revenir au début',
  coming: 'à venir',
  account: {
    label: 'Votre compte :',
    profile: 'Profil de l’utilisateur',
    lock: 'Verrouiller',
    setUpLock: 'Verrouillage…',
    help: 'Aide',
    language: 'Langue',
  },
  footer: {
    legal: 'Mentions légales',
    cookies: 'Information concernant les cookies',
  },
}
