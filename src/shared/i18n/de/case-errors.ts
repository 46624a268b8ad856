import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Ein offener Fall zu diesem Abnehmer enthält bereits eine dieser Rechnungen.',
    next: 'Öffnen Sie ihn, um ihn zu verfolgen. Entfernen Sie für andere Rechnungen zuerst diese.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Diese Rechnungsnummer kommt zweimal vor.',
  due_before_issue:
    'Die Fälligkeit muss nach dem Rechnungsdatum liegen oder auf denselben Tag fallen.',
  issued_in_future: 'Das Rechnungsdatum liegt in der Zukunft.',
  amount_zero: 'Der Betrag muss größer als null sein.',
}
