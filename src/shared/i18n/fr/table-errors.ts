/** Why a table that was opened or pasted cannot be read, or is not taken: sentences of `errors.ts`. */
export const tableErrors = {
  table_empty: {
    message: 'Il n’y a aucun tableau : rien n’y est écrit, ou toutes les feuilles sont masquées.',
    next: 'Vérifiez le fichier ou les lignes que vous avez copiées, puis réessayez.',
  },
  table_damaged: {
    message: 'Ce classeur est endommagé et ne peut pas être lu.',
    next: 'Ouvrez-le dans votre tableur, enregistrez-le à nouveau au format XLSX ou CSV, puis réessayez.',
  },
  table_protected: {
    message: 'Ce classeur est protégé par un mot de passe, ou d’un ancien format (XLS).',
    next: 'Enregistrez-le au format XLSX, sans mot de passe, puis réessayez.',
  },
  table_too_large: {
    message: 'Ce fichier est trop volumineux : il dépasserait {{max}} Mo.',
    next: 'Gardez la seule feuille utile, ou enregistrez-la au format CSV, puis réessayez.',
  },
  table_not_a_table: {
    message: 'Ce fichier n’est pas un tableau.',
    next: 'Choisissez un fichier CSV ou XLSX.',
  },
  table_unreadable: {
    message: 'Ce fichier n’a pas pu être lu sur cet ordinateur.',
    next: 'Vérifiez qu’il existe encore et qu’aucun autre programme ne le retient, puis réessayez.',
  },
  table_too_many_rows: {
    message: 'Ce tableau a plus de {{max, number}} lignes : c’est trop pour un seul envoi.',
    next: 'Partagez-le en plusieurs tableaux, puis envoyez-les l’un après l’autre.',
  },
  ledger_too_many_lines: {
    message: 'Cette balance a plus de {{max, number}} lignes : c’est trop pour cet ordinateur.',
    next: 'Demandez un extrait des seules factures non payées, ou d’une seule police, puis ouvrez-le.',
  },
}
