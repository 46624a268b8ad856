/** The password rules as the person sees them: behind the “?”, and live while one types. */
export const passwords = {
  rules: {
    title: 'Règles du mot de passe',
    tip: 'Plusieurs mots sans lien entre eux font un mot de passe solide, et facile à retenir. Vous pouvez aussi coller celui d’un gestionnaire de mots de passe.',
    too_short: 'Au moins {{min}} caractères',
    too_long: 'Au plus {{max}} caractères',
    missing_lower: 'Une lettre minuscule',
    missing_upper: 'Une lettre majuscule',
    missing_digit: 'Un chiffre',
    missing_symbol: 'Un symbole, par exemple - ou !',
    contains_username: 'Sans votre nom d’utilisateur',
    contains_name: 'Sans votre prénom ni votre nom',
    contains_email: 'Sans votre adresse e-\u2060mail',
    too_common:
      'Ni courant, ni fait d’un nom de service ou d’entreprise, d’une saison ou d’un mois',
    used_before: 'Différent de vos {{history}} derniers mots de passe',
    expires:
      'Il sera à remplacer tous les {{days}} jours ; nous vous préviendrons par e-\u2060mail.',
  },
  states: {
    met: 'Respecté',
    unmet: 'Pas encore respecté',
    failed: 'Non respecté',
    waiting: 'Vérifié à l’enregistrement',
    checking: 'Vérification en cours',
  },
  progress: '{{met}} règles respectées sur {{total}}',
  complete: 'Toutes les règles sont respectées',
  strength: {
    label: 'Solidité',
    levels: {
      very_weak: 'Très faible',
      weak: 'Faible',
      fair: 'Moyenne',
      good: 'Bonne',
      strong: 'Excellente',
    },
  },
  unreachable:
    'Les règles ne peuvent pas être chargées pour le moment. Elles seront vérifiées à l’enregistrement.',
  change: {
    current: 'Mot de passe actuel',
    new: 'Nouveau mot de passe',
    keepOthers: 'Garder mes autres sessions ouvertes',
    keepOthersHint: 'Sinon, vos autres appareils demanderont le nouveau mot de passe.',
    submit: 'Changer le mot de passe',
    saving: 'Enregistrement en cours…',
  },
  due: {
    title: 'Votre mot de passe doit être renouvelé',
    account: 'Compte : {{username}}',
    forgotten:
      'Si vous ne vous souvenez plus de l’actuel, déconnectez-vous, puis choisissez « Mot de passe oublié ? ».',
    signOut: 'Déconnexion',
    signingOut: 'Déconnexion en cours…',
    changed: 'Votre mot de passe est changé.',
    ended_one: 'Une autre session a été fermée.',
    ended_other: '{{count}} autres sessions ont été fermées.',
    reasons: {
      expired: 'Il est arrivé à expiration. Choisissez-en un nouveau : vous continuerez aussitôt.',
      requested:
        'Votre personne de contact en a demandé le remplacement. Choisissez-en un nouveau : vous continuerez aussitôt, et vos autres appareils devront se reconnecter.',
      unknown: 'Choisissez-en un nouveau : vous continuerez aussitôt.',
    },
  },
}
