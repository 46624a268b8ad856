/** E-mails: used by the portal alone. */
export const mail = {
  greeting: 'Bonjour,',
  greetingByName: 'Bonjour {{name}},',
  sender: 'Atradius Services Online',
  moment: '{{moment}} (heure de Bruxelles)',
  caution: 'Ce n’était pas vous ?',
  footer: {
    questions: 'Une question ? Contactez le Helpdesk : {{phone}}, {{email}}.',
    automatic: 'Ce message est envoyé automatiquement ; merci de ne pas y répondre.',
  },
  code: {
    rules:
      'Ce code est valable {{duration}} à partir de la demande, jusqu’au {{moment}}. Ne le communiquez à personne. Nous ne vous le demanderons jamais, ni par téléphone ni par e-mail.',
  },
  recovery_code: {
    subject: 'Votre code pour un nouveau mot de passe',
    text: 'Vous avez oublié votre mot de passe. Pour en choisir un nouveau, entrez ce code dans l’application :',
    caution:
      'Ignorez ce message : votre mot de passe reste le même. Si vous en recevez d’autres, prévenez le Helpdesk.',
  },
  recovery_unfinished: {
    subject: 'Plusieurs demandes de nouveau mot de passe',
    text: 'Dans les dernières 24 heures, « Mot de passe oublié ? » a été utilisé plusieurs fois pour votre compte, sans aller jusqu’au bout.',
    next: 'Votre mot de passe reste le même. Si c’était vous, vous n’avez rien à faire.',
    caution:
      'Quelqu’un essaie peut-être d’accéder à votre compte. Ne communiquez aucun code à personne, et prévenez le Helpdesk.',
  },
  email_change_code: {
    subject: 'Confirmez votre adresse e-mail',
    text: 'Cette adresse a été choisie pour un compte Atradius Services Online. Pour la confirmer, entrez ce code dans l’application :',
    caution: 'Ignorez ce message : sans ce code, votre adresse ne sera pas utilisée.',
  },
  email_change_requested: {
    subject: 'Changement d’adresse e-mail demandé',
    text: 'Une nouvelle adresse e-mail a été demandée pour votre compte :',
    next: 'Rien ne change tant qu’elle n’a pas été confirmée par le code que nous y avons envoyé.',
    caution:
      'Changez votre mot de passe dans l’application, puis appelez le Helpdesk sans attendre.',
  },
  email_changed: {
    subject: 'Votre adresse e-mail a été changée',
    text: 'Nous vous écrirons désormais à cette adresse :',
    next: 'C’est le dernier message que vous recevez ici.',
    caution:
      'Appelez le Helpdesk sans attendre : quelqu’un d’autre utilise peut-être votre compte.',
  },
  password_changed: {
    subject: 'Votre mot de passe a été changé',
    text: 'Le mot de passe de votre compte a été changé le {{moment}}.',
    next: 'Si c’était vous, vous n’avez rien à faire.',
    caution:
      'Choisissez tout de suite un nouveau mot de passe avec « Mot de passe oublié ? », puis appelez le Helpdesk.',
  },
  password_recovered: {
    subject: 'Vous avez un nouveau mot de passe',
    text: 'Un nouveau mot de passe a été choisi avec « Mot de passe oublié ? » le {{moment}}. Par sécurité, tous vos appareils ont été déconnectés.',
    next: 'Vous pouvez vous connecter avec le nouveau mot de passe.',
    caution:
      'Appelez le Helpdesk sans attendre : quelqu’un d’autre utilise peut-être votre compte.',
  },
  new_device: {
    subject: 'Connexion depuis un nouvel appareil',
    text: 'Une connexion à votre compte a eu lieu depuis un appareil que nous ne connaissions pas :',
    next: 'Si c’était vous, vous n’avez rien à faire.',
    caution:
      'Changez votre mot de passe dans l’application, déconnectez cet appareil dans « Profil de l’utilisateur », puis appelez le Helpdesk.',
  },
  password_expiry: {
    subject_later: 'Votre mot de passe expire dans {{days}} jours',
    subject_tomorrow: 'Votre mot de passe expire demain',
    subject_today: 'Votre mot de passe expire aujourd’hui',
    text: 'La validité de votre mot de passe se termine le {{moment}}.',
    how: 'Vous pouvez le changer dès maintenant dans l’application, sous « Profil de l’utilisateur ».',
    afterwards:
      'Après cette date, vous pourrez toujours vous connecter : l’application vous demandera d’abord d’en choisir un nouveau.',
  },
  alerts_digest: {
    subject_one: 'Serv@Net : une nouvelle alerte',
    subject_other: 'Serv@Net : {{count}} nouvelles alertes',
    text_one: 'Une nouvelle alerte vous attend dans Serv@Net :',
    text_other: '{{count}} nouvelles alertes vous attendent dans Serv@Net :',
    more_one: 'Et une autre.',
    more_other: 'Et {{count}} autres.',
    where: 'Vous les retrouverez sur la page d’accueil de Serv@Net.',
    choice:
      'Vous recevez ce message parce que vous avez choisi les alertes par e-mail. Ce choix se change dans « Profil de l’utilisateur ».',
  },
}
