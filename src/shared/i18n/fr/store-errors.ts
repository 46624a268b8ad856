/** What keeps data from being kept on this computer: sentences of `errors.ts`. */
export const storeErrors = {
  disk_full: {
    message: 'Le disque de cet ordinateur est plein.',
    next: 'Libérez de l’espace, puis réessayez. D’ici là, rien n’est conservé sur l’ordinateur.',
  },
  storage_failed: {
    message: 'Les données n’ont pas pu être conservées sur cet ordinateur.',
    next: 'Réessayez. Si cela continue, demandez à votre service informatique de vérifier les droits d’accès à votre dossier.',
  },
  edits_waiting: {
    message:
      'Des modifications ne sont pas encore parvenues à Atradius : {{count}}. Elles seraient perdues.',
    next: 'Attendez qu’elles soient envoyées, enregistrez-les dans un fichier, ou déconnectez-vous en les abandonnant.',
  },
  store_damaged: {
    message: 'Des données conservées sur cet ordinateur étaient endommagées.',
    next: 'Elles ont été mises de côté et ce qui restait lisible a été repris. Vérifiez ce que vous n’aviez pas encore enregistré.',
  },
  store_key_missing: {
    message:
      'Des données de cet ordinateur ne peuvent plus être ouvertes : leur clé n’est plus dans le trousseau.',
    next: 'Vos données seront rechargées depuis le service. Ce qui n’avait pas encore été envoyé est à refaire.',
    next_one:
      'Vos données seront rechargées depuis le service. Une modification n’avait pas encore été envoyée : elle est à refaire.',
    next_other:
      'Vos données seront rechargées depuis le service. {{count}} modifications n’avaient pas encore été envoyées : elles sont à refaire.',
  },
  store_unavailable: {
    message: 'Une partie de l’application manque : rien ne peut être conservé sur cet ordinateur.',
    next: 'Vous pouvez travailler en étant connecté. Réinstallez l’application, ou demandez-le à votre service informatique.',
  },
}
