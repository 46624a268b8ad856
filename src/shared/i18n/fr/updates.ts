/** Updates of the app: how they stand, and what one can do. */
export const updates = {
  title: 'Mises à jour',
  off: {
    policy: 'Les mises à jour sont désactivées par votre service informatique.',
    development: 'Cette version de développement ne se met pas à jour.',
    noFeed:
      'Cette installation ne cherche pas de mises à jour : demandez les nouvelles versions à votre service informatique.',
    unverifiable:
      'Cette installation ne peut pas vérifier qui publie une mise à jour : elle n’en installe aucune. Demandez à votre service informatique de réinstaller l’application.',
  },
  managed: 'Votre administrateur met cette application à jour : vous n’avez rien à faire.',
  upToDate: 'L’application est à jour.',
  notChecked: 'L’application cherche d’elle-même les nouvelles versions.',
  checkedAt: {
    today: 'Vérifié aujourd’hui à {{time}}',
    yesterday: 'Vérifié hier à {{time}}',
    earlier: 'Vérifié le {{date}}',
  },
  checking: 'Recherche d’une nouvelle version…',
  available: 'La version {{version}} est disponible.',
  downloading: 'Téléchargement de la version {{version}}',
  ready: 'La version {{version}} est prête.',
  readyNext:
    'Redémarrez maintenant, ou continuez : elle s’installera quand vous quitterez l’application.',
  installing: 'L’application se ferme et s’ouvrira dans la version {{version}}.',
  whatIsNew: 'Nouveautés',
  actions: {
    check: 'Rechercher maintenant',
    download: 'Télécharger',
    install: 'Redémarrer maintenant',
    retry: 'Réessayer',
  },
}
