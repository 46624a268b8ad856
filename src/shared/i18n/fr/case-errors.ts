/** What keeps a case of collection from being entered: sentences of `errors.ts`. */
export const caseErrors = {
  case_exists: {
    message: 'Un dossier ouvert sur cet acheteur contient déjà une de ces factures.',
    next: 'Ouvrez-le pour le suivre. Pour d’autres factures, retirez d’abord celle-ci.',
  },
}

/** What one field of it lacks. */
export const caseFields = {
  invoice_twice: 'Ce numéro de facture figure deux fois.',
  due_before_issue: 'L’échéance doit suivre la date de la facture, ou tomber le même jour.',
  issued_in_future: 'La date de la facture est dans le futur.',
  amount_zero: 'Le montant doit être supérieur à zéro.',
}
