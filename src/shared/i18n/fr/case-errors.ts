/** What keeps a case of collection from being entered: sentences of `errors.ts`. */
export const caseErrors = {
  case_exists: {
    message: 'Un dossier ouvert sur cet acheteur contient déjà une de ces factures.',
    next: 'Ouvrez-le pour le suivre. Pour d’autres factures, retirez d’abord celle-ci.',
  },
  documents_full: {
    message: 'Ce dossier contient déjà {{max}} documents, le maximum.',
    next: 'Réunissez plusieurs pages dans un seul fichier.',
  },
  document_empty: {
    message: 'Ce fichier est vide.',
    next: 'Enregistrez-le à nouveau, puis ajoutez-le.',
  },
  document_type: {
    message: 'Ce type de fichier n’est pas accepté.',
    next: 'Ajoutez un fichier PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT ou EML.',
  },
  document_mismatch: {
    message: 'Ce fichier n’est pas ce que son nom annonce, ou il contient un programme.',
    next: 'Ouvrez-le, enregistrez-le au format PDF, puis ajoutez-le.',
  },
  document_too_large: {
    message: 'Ce fichier dépasse 10 Mo.',
    next: 'Réduisez-le, ou répartissez-le en plusieurs fichiers.',
  },
  document_unreadable: {
    message: 'Ce fichier ne peut pas être lu.',
    next: 'Fermez-le dans les autres programmes, puis choisissez-le à nouveau.',
  },
  document_not_opened: {
    message: 'Aucun programme n’a pu ouvrir ce document.',
    next: 'Enregistrez-le, puis ouvrez-le vous-même.',
  },
}

/** What one field of it lacks. */
export const caseFields = {
  invoice_twice: 'Ce numéro de facture figure deux fois.',
  due_before_issue: 'L’échéance doit suivre la date de la facture, ou tomber le même jour.',
  issued_in_future: 'La date de la facture est dans le futur.',
  amount_zero: 'Le montant doit être supérieur à zéro.',
}
