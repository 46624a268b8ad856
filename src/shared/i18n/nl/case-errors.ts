import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Een open dossier over deze afnemer bevat al een van deze facturen.',
    next: 'Open het om het te volgen. Verwijder die factuur eerst om andere in te dienen.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Dit factuurnummer staat er twee keer.',
  due_before_issue: 'De vervaldag moet na de factuurdatum liggen, of op dezelfde dag vallen.',
  issued_in_future: 'De factuurdatum ligt in de toekomst.',
  amount_zero: 'Het bedrag moet groter zijn dan nul.',
}
