/**
 * What keeps an update from being found, fetched or installed, and what versions find of each other:
 * sentences of `errors.ts`.
 */
export const updateErrors = {
  update_feed_unreachable: {
    message: 'Le serveur des mises à jour ne répond pas.',
    next: 'Vous pouvez continuer à travailler : l’application réessaiera d’elle-même dans quelques heures.',
  },
  update_feed_refused: {
    message:
      'L’annonce d’une mise à jour n’a pas été acceptée : elle est illisible ou ne vient pas d’Atradius.',
    next: 'Rien n’a été installé et vous pouvez continuer. Si cela revient, prévenez votre service informatique.',
  },
  update_feed_outdated: {
    message:
      'Le serveur des mises à jour propose une version plus ancienne que celle qu’il avait déjà annoncée.',
    next: 'Elle a été refusée et vous pouvez continuer. Si cela revient, prévenez votre service informatique.',
  },
  update_file_refused: {
    message: 'Le fichier de mise à jour reçu n’est pas celui qu’Atradius a publié.',
    next: 'Il a été supprimé et rien n’a été installé. Réessayez plus tard ; si cela revient, prévenez votre service informatique.',
  },
  update_interrupted: {
    message: 'Le téléchargement de la mise à jour a été interrompu.',
    next: 'Ce qui est déjà reçu est gardé : l’application le reprendra d’elle-même, ou tout de suite si vous le demandez.',
  },
  update_edits_sending: {
    message: 'Une modification est en cours d’envoi : l’application ne se ferme pas maintenant.',
    next: 'Attendez quelques secondes, puis réessayez.',
  },
  update_typed_unsaved: {
    message: 'Une page contient des données que vous n’avez pas encore enregistrées.',
    next: 'Enregistrez-les ou abandonnez-les, puis recommencez. La mise à jour s’installera de toute façon quand vous quitterez l’application.',
  },
  update_not_installed: {
    message: 'La mise à jour n’a pas pu être installée.',
    next: 'Cette version continue de fonctionner. Fermez l’application puis rouvrez-la ; si cela revient, prévenez votre service informatique.',
  },
  update_went_back: {
    message:
      'La version {{version}} ne s’ouvrait pas sur cet ordinateur : l’application est revenue à la précédente.',
    next: 'Vous n’avez rien à faire : cette version ne sera plus proposée et vos données sont intactes. Signalez-le au Helpdesk si vous l’attendiez.',
  },
  store_newer: {
    message:
      'Les données de cet ordinateur ont été enregistrées par une version plus récente de l’application.',
    next: 'Elles restent intactes. Installez la dernière version : d’ici là, rien de nouveau n’est conservé sur l’ordinateur.',
  },
  store_not_migrated: {
    message:
      'Les données de cet ordinateur n’ont pas pu être adaptées à cette version de l’application.',
    next: 'Elles restent intactes, et la version précédente les ouvre. Contactez le Helpdesk : d’ici là, rien de nouveau n’est conservé sur l’ordinateur.',
  },
}
