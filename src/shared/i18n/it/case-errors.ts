import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Una pratica aperta su questo acquirente contiene già una di queste fatture.',
    next: 'La apra per seguirla. Per altre fatture tolga prima questa.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Questo numero di fattura figura due volte.',
  due_before_issue: 'La scadenza deve seguire la data della fattura o cadere nello stesso giorno.',
  issued_in_future: 'La data della fattura è nel futuro.',
  amount_zero: 'L’importo deve essere superiore a zero.',
}
