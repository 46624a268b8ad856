/** The lock's own page. */
export const lock = {
  title: 'Application verrouillée',
  password: {
    own: 'Mot de passe de verrouillage',
    portal: 'Mot de passe Atradius',
    former: 'Mot de passe Atradius précédent',
  },
  missing: 'Saisissez votre mot de passe.',
  unlock: 'Déverrouiller',
  unlocking: 'Ouverture en cours…',
  other: 'Autre personne',
  forgotten: {
    own: 'Mot de passe oublié ?',
    portal: 'Mot de passe modifié ailleurs ?',
  },
  former:
    'Votre mot de passe Atradius a été modifié ailleurs. Saisissez une dernière fois le précédent : le nouveau le remplacera.',
  signedIn:
    'Vous êtes connecté. Ce qui est conservé sur cet ordinateur s’ouvre encore avec ce mot de passe.',
  signIn: {
    text: 'Connectez-vous avec votre mot de passe Atradius. Cet ordinateur doit être relié au réseau.',
    submit: 'Se connecter',
    submitting: 'Connexion en cours…',
    back: 'Revenir',
  },
  abandon: {
    open: 'Continuer sans ce qui est conservé ici',
    title: 'Effacer ce qui est conservé ici ?',
    text: 'Sans ce mot de passe, vos données conservées sur cet ordinateur ne peuvent plus être ouvertes. Elles seront effacées, et le verrouillage désactivé.',
    lost_one: 'Une modification qui n’a pas été envoyée sera perdue.',
    lost_other: '{{count}} modifications qui n’ont pas été envoyées seront perdues.',
    confirm: 'Effacer et continuer',
    keep: 'Annuler',
  },
  waiting_one: 'Une modification attend ici d’être envoyée.',
  waiting_other: '{{count}} modifications attendent ici d’être envoyées.',
  retry: 'Réessayer',
  retrying: 'Connexion en cours…',
  wait: 'Nouvel essai possible dans {{time}}.',
  waitOver: 'Vous pouvez réessayer maintenant.',
}
