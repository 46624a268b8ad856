/** Words that every page uses. */
export const common = {
  company: 'Atradius',
  optional: '(facultatif)',
  loading: 'Chargement…',
  loadingLong:
    'Cela prend plus de temps que d’habitude. Vous pouvez attendre, ou revenir plus tard.',

  close: 'Fermer',
  back: 'Retour',
  next: 'Suivant',
  language: {
    label: 'Langue',
  },
  password: {
    show: 'Afficher',
    hide: 'Masquer',
    showLong: 'Afficher : {{field}}',
    hideLong: 'Masquer : {{field}}',
    capsLock: 'La touche Verr. Maj est activée.',
  },
  steps: {
    label: 'Progression',
    position: 'Étape {{position}} de {{total}}',
    ahead: 'Ensuite : {{step}}',

    done: '(terminée)',
  },
  contact: {
    link: 'Contactez-nous',
  },
  portalHost: 'Vous vous connectez à {{host}}',
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'Le lien est peut-être ancien ou incomplet.',
    action: 'Revenir au début',
  },
  failure: {
    title: 'Cette page n’a pas pu s’afficher',
    text: 'Une erreur inattendue s’est produite dans l’application. Ce que vous aviez enregistré est conservé.',
    action: 'Recharger la page',
    contact: 'Si cela se reproduit, prévenez votre personne de contact.',
  },
  linkCopied: {
    title: 'Le lien de cette page est copié.',
    text: 'Il ouvre l’application à cette page, pour qui y a accès.',
  },
}
