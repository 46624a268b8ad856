import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'An open case about this buyer already has one of these invoices.',
    next: 'Open it to follow it. For other invoices, remove that one first.',
  },
  documents_full: {
    message: 'This case already has {{max}} documents, the most it can have.',
    next: 'Put several pages into one file.',
  },
  document_empty: {
    message: 'This file is empty.',
    next: 'Save it again, then add it.',
  },
  document_type: {
    message: 'Files of this kind are not accepted.',
    next: 'Add a PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT or EML file.',
  },
  document_mismatch: {
    message: 'This file is not what its name says, or contains a program.',
    next: 'Open it, save it as a PDF, then add it.',
  },
  document_too_large: {
    message: 'This file is larger than 10 MB.',
    next: 'Make it smaller, or split it into several files.',
  },
  document_unreadable: {
    message: 'This file cannot be read.',
    next: 'Close it in other programs, then choose it again.',
  },
  document_not_opened: {
    message: 'No program could open this document.',
    next: 'Save it, then open it yourself.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'This invoice number is there twice.',
  due_before_issue: 'The due date must follow the invoice date, or be the same day.',
  issued_in_future: 'The invoice date is in the future.',
  amount_zero: 'The amount must be more than zero.',
}
