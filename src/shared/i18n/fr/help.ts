/** Help, and the pages that say honestly what is still to come. */
export const help = {
  title: 'Aide',
  intro: 'L’essentiel pour vous connecter et travailler sans perdre de temps.',
  signIn: {
    title: 'Votre connexion',
    oneIdentity:
      'Un seul nom d’utilisateur et un seul mot de passe ouvrent Serv@Net, Collect@Net, Atradius Insights et l’Espace Partenaires.',
    stay: 'Si vous choisissez de garder votre session ouverte, la preuve de votre connexion est gardée dans le trousseau de clés de cet ordinateur, jamais dans un fichier lisible. La déconnexion l’efface.',
    forgotten:
      'Mot de passe oublié ? L’écran de connexion vous permet d’en choisir un nouveau vous-même. Nous ne vous demanderons jamais votre mot de passe par téléphone ni par e-mail.',
    offline:
      'Sans réseau, l’application montre les dernières données conservées sur cet ordinateur et indique leur date. Ce que vous modifiez y est gardé et part dès que le service répond ; en haut de la fenêtre, un bouton montre ce qui attend.',
  },
  keyboard: {
    title: 'Clavier et taille du texte',
    enter: 'Valider un formulaire',
    tab: 'Passer au champ suivant, ou au précédent avec Maj',
    escape: 'Fermer une aide ou un menu',
    zoomIn: 'Agrandir le texte',
    zoomOut: 'Réduire le texte',
    zoomReset: 'Revenir à la taille normale',
    help: 'Ouvrir l’aide',
    palette: 'Rechercher, aller à une page ou lancer une action',
    service: 'Ouvrir un service',
    profile: 'Ouvrir votre profil',
    lock: 'Verrouiller l’application',
    back: 'Page précédente',
    forward: 'Page suivante',
    refresh: 'Actualiser les données',
    keys: {
      enter: 'Entrée',
      tab: 'Tab',
      escape: 'Échap',
      shift: 'Maj',
      control: 'Ctrl',
      command: '⌘',
    },
    display:
      'Le mode clair ou sombre, le contraste et les animations suivent les réglages de votre ordinateur.',
  },
  contact: {
    title: 'Nous joindre',
    text: 'Pour toute question, contactez le Helpdesk.',
    phone: 'Téléphone',
    email: 'E-mail',
    address: 'Adresse',
    website: 'Site web',
  },
  version: 'Version {{version}}',
  portal: 'Connecté à {{host}}',
  about: {
    title: 'À propos',
    version: 'Version {{version}}',
    portal: 'Portail : {{host}}',
    noPortal: 'Aucun portail n’est configuré',
    managed: {
      title: 'Fixé par votre organisation',
      policy: 'Stratégie Windows',
      profile: 'Profil de configuration',
      file: 'Fichier de configuration',
    },
    copy: 'Copier',
    copied: 'Copié',
  },
}
