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
  search: 'Rechercher',
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
  proxy: {
    title: 'Identification auprès du proxy',
    text: 'Le proxy de votre réseau demande qui vous êtes avant de laisser passer l’application. Ce n’est pas votre mot de passe Atradius.',
    host: 'Proxy',
    realm: 'Intitulé',
    again: 'Le proxy n’a pas accepté ce nom et ce mot de passe.',
    username: 'Nom d’utilisateur du proxy',
    password: 'Mot de passe du proxy',
    keep: 'Conserver dans le trousseau de clés de cet ordinateur',
    submit: 'Se connecter',
    cancel: 'Annuler',
  },
}
