/** Serv@Net: the frame of its pages and its first page. */
export const servnet = {
  menu: {
    home: 'Début',
    services: 'Services',
    products: 'Produits',
    profile: 'Profil de l’utilisateur',
    help: 'Aide',
  },
  title: 'Serv@Net',
  banner: {
    steer_with_confidence: 'Pilotez en toute confiance',
  },
  sinceYesterday: {
    none: 'Rien de nouveau depuis hier.',
    alerts_one: 'Une nouvelle alerte depuis hier.',
    alerts_other: '{{count}} nouvelles alertes depuis hier.',
    messages_one: 'Un message à lire.',
    messages_other: '{{count}} messages à lire.',
  },
  greeting: 'Bonjour, {{name}}',
  reminders: {
    confirmEmail: 'Confirmez votre adresse e-mail',
    codeSent:
      'Un code a été envoyé à {{email}}. Tant que vous ne l’avez pas entré, rien d’autre n’est envoyé à cette adresse : ni alertes, ni avis d’expiration.',
    codeOver:
      'Le code envoyé à {{email}} n’est plus valable. Demandez-en un autre : tant que l’adresse n’est pas confirmée, ni alertes ni avis d’expiration n’y sont envoyés.',
    expires_one: 'Votre mot de passe expire demain',
    expires_other: 'Votre mot de passe expire dans {{count}} jours',
    expiresToday: 'Votre mot de passe expire aujourd’hui',
    expiresText:
      'Changez-le quand cela vous convient. Passé cette date, un nouveau vous sera demandé à la connexion.',
    changeNow: 'Le changer maintenant',
    later: 'Plus tard',
    rehearsal: 'Pouvez-vous encore répondre à vos questions ?',
    rehearsalText: 'Un essai d’une minute, sans conséquence, pour ne jamais rester à la porte.',
    rehearse: 'Essayer',
    unsaved: 'Vos modifications du profil ne sont pas enregistrées',
    unsavedText: 'Nous avons gardé sur cet ordinateur ce que vous aviez saisi.',
    resume: 'Reprendre',
  },
  loading: 'Votre page d’accueil se charge',
  stale: {
    title: 'Données du {{date}}',
    text: 'Le service ne peut pas être joint. Voici ce que cet ordinateur a conservé ; la page s’actualisera dès que possible.',
    retry: 'Actualiser maintenant',
  },
  failed: {
    retry: 'Réessayer',
  },
  messages: {
    title: 'Derniers messages',
    unavailable: 'L’écran d’information est momentanément indisponible.',
    unavailableNext: 'Vos alertes restent à jour. Les messages reviendront dès que possible.',
    none: 'Aucun message pour le moment.',
    unread: 'Non lu',
    more: 'plus de messages',
    fewer: 'moins de messages',
  },
  alerts: {
    title: 'Alertes',
    none: 'Aucune alerte. Vos limites et les notations de vos acheteurs n’ont pas changé.',
    isNew: 'Nouveau',
    more: 'plus d’alertes',
    fewer: 'moins d’alertes',
    policy: 'Police {{policyId}}',
    limit_granted: 'Limite accordée sur {{buyer}}',
    limit_reduced: 'Limite réduite sur {{buyer}}',
    limit_withdrawn: 'Limite retirée sur {{buyer}}',
    rating_worse: 'La notation de {{buyer}} s’est dégradée',
    rating_better: 'La notation de {{buyer}} s’est améliorée',
  },
  contact: {
    title: 'Contact',
    text: 'Pour toute question, contactez le Helpdesk.',
  },
  products: {
    title: 'Produits',
    status: 'Cette page n’est pas encore disponible dans l’application.',
    text: 'Vos polices et vos limites de crédit y seront présentées dans une prochaine version.',
    meanwhile:
      'D’ici là, vos alertes figurent sur la page de début, et le Helpdesk répond à vos questions.',
    back: 'Retour au début',
    website: 'Ouvrir le site Atradius',
  },
}
