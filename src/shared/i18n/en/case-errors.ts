import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'An open case about this buyer already has one of these invoices.',
    next: 'Open it to follow it. For other invoices, remove that one first.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'This invoice number is there twice.',
  due_before_issue: 'The due date must follow the invoice date, or be the same day.',
  issued_in_future: 'The invoice date is in the future.',
  amount_zero: 'The amount must be more than zero.',
}
