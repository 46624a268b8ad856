import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Een open dossier over deze afnemer bevat al een van deze facturen.',
    next: 'Open het om het te volgen. Verwijder die factuur eerst om andere in te dienen.',
  },
  documents_full: {
    message: 'Dit dossier bevat al {{max}} documenten, het maximum.',
    next: 'Voeg meerdere pagina’s samen in één bestand.',
  },
  document_empty: {
    message: 'Dit bestand is leeg.',
    next: 'Sla het opnieuw op en voeg het dan toe.',
  },
  document_type: {
    message: 'Dit soort bestand wordt niet aanvaard.',
    next: 'Voeg een PDF-, PNG-, JPEG-, XLSX-, DOCX-, CSV-, TXT- of EML-bestand toe.',
  },
  document_mismatch: {
    message: 'Dit bestand is niet wat de naam zegt, of bevat een programma.',
    next: 'Open het, sla het op als PDF en voeg het dan toe.',
  },
  document_too_large: {
    message: 'Dit bestand is groter dan 10 MB.',
    next: 'Maak het kleiner of verdeel het over meerdere bestanden.',
  },
  document_unreadable: {
    message: 'Dit bestand kan niet worden gelezen.',
    next: 'Sluit het in andere programma’s en kies het opnieuw.',
  },
  document_not_opened: {
    message: 'Geen enkel programma kon dit document openen.',
    next: 'Sla het op en open het zelf.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Dit factuurnummer staat er twee keer.',
  due_before_issue: 'De vervaldag moet na de factuurdatum liggen, of op dezelfde dag vallen.',
  issued_in_future: 'De factuurdatum ligt in de toekomst.',
  amount_zero: 'Het bedrag moet groter zijn dan nul.',
}
