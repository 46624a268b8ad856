import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Una pratica aperta su questo acquirente contiene già una di queste fatture.',
    next: 'La apra per seguirla. Per altre fatture tolga prima questa.',
  },
  documents_full: {
    message: 'Questa pratica contiene già {{max}} documenti, il massimo.',
    next: 'Riunisca più pagine in un unico file.',
  },
  document_empty: {
    message: 'Questo file è vuoto.',
    next: 'Lo salvi di nuovo, poi lo aggiunga.',
  },
  document_type: {
    message: 'Questo tipo di file non è accettato.',
    next: 'Aggiunga un file PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT o EML.',
  },
  document_mismatch: {
    message: 'Questo file non è ciò che indica il nome, o contiene un programma.',
    next: 'Lo apra, lo salvi in PDF, poi lo aggiunga.',
  },
  document_too_large: {
    message: 'Questo file supera i 10 MB.',
    next: 'Lo riduca o lo divida in più file.',
  },
  document_unreadable: {
    message: 'Questo file non può essere letto.',
    next: 'Lo chiuda negli altri programmi, poi lo scelga di nuovo.',
  },
  document_not_opened: {
    message: 'Nessun programma ha potuto aprire questo documento.',
    next: 'Lo salvi, poi lo apra da sé.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Questo numero di fattura figura due volte.',
  due_before_issue: 'La scadenza deve seguire la data della fattura o cadere nello stesso giorno.',
  issued_in_future: 'La data della fattura è nel futuro.',
  amount_zero: 'L’importo deve essere superiore a zero.',
}
