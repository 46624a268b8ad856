import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Ein offener Fall zu diesem Abnehmer enthält bereits eine dieser Rechnungen.',
    next: 'Öffnen Sie ihn, um ihn zu verfolgen. Entfernen Sie für andere Rechnungen zuerst diese.',
  },
  documents_full: {
    message: 'Dieser Fall enthält bereits {{max}} Dokumente, mehr sind nicht möglich.',
    next: 'Fassen Sie mehrere Seiten in einer Datei zusammen.',
  },
  document_empty: {
    message: 'Diese Datei ist leer.',
    next: 'Speichern Sie sie erneut und fügen Sie sie dann hinzu.',
  },
  document_type: {
    message: 'Dateien dieser Art werden nicht angenommen.',
    next: 'Fügen Sie eine PDF-, PNG-, JPEG-, XLSX-, DOCX-, CSV-, TXT- oder EML-Datei hinzu.',
  },
  document_mismatch: {
    message: 'Diese Datei ist nicht, was ihr Name sagt, oder enthält ein Programm.',
    next: 'Öffnen Sie sie, speichern Sie sie als PDF und fügen Sie sie dann hinzu.',
  },
  document_too_large: {
    message: 'Diese Datei ist größer als 10 MB.',
    next: 'Verkleinern Sie sie oder teilen Sie sie auf mehrere Dateien auf.',
  },
  document_unreadable: {
    message: 'Diese Datei kann nicht gelesen werden.',
    next: 'Schließen Sie sie in anderen Programmen und wählen Sie sie erneut aus.',
  },
  document_not_opened: {
    message: 'Kein Programm konnte dieses Dokument öffnen.',
    next: 'Speichern Sie es und öffnen Sie es selbst.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Diese Rechnungsnummer kommt zweimal vor.',
  due_before_issue:
    'Die Fälligkeit muss nach dem Rechnungsdatum liegen oder auf denselben Tag fallen.',
  issued_in_future: 'Das Rechnungsdatum liegt in der Zukunft.',
  amount_zero: 'Der Betrag muss größer als null sein.',
}
