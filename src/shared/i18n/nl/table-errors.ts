import type { tableErrors as french } from '../fr/table-errors.ts'
import type { Texts } from '../texts.ts'

export const tableErrors: Texts<typeof french> = {
  table_empty: {
    message: 'Er is geen tabel: er staat niets in, of alle werkbladen zijn verborgen.',
    next: 'Controleer het bestand of de gekopieerde regels en probeer het opnieuw.',
  },
  table_damaged: {
    message: 'Deze werkmap is beschadigd en kan niet worden gelezen.',
    next: 'Open ze in uw rekenprogramma, bewaar ze opnieuw als XLSX of CSV en probeer het nogmaals.',
  },
  table_protected: {
    message: 'Deze werkmap is met een wachtwoord beveiligd, of van een oud formaat (XLS).',
    next: 'Bewaar ze als XLSX, zonder wachtwoord, en probeer het opnieuw.',
  },
  table_too_large: {
    message: 'Dit bestand is te groot: het zou meer dan {{max}} MB innemen.',
    next: 'Houd alleen het nodige werkblad over, of bewaar dat als CSV, en probeer het opnieuw.',
  },
  table_not_a_table: {
    message: 'Dit bestand is geen tabel.',
    next: 'Kies een CSV- of XLSX-bestand.',
  },
  table_unreadable: {
    message: 'Dit bestand kon op deze computer niet worden gelezen.',
    next: 'Controleer of het nog bestaat en of geen ander programma het vasthoudt, en probeer het opnieuw.',
  },
  table_too_many_rows: {
    message:
      'Deze tabel heeft meer dan {{max, number}} regels: dat is te veel voor één verzending.',
    next: 'Splits ze in meerdere tabellen en verstuur die na elkaar.',
  },
  ledger_too_many_lines: {
    message:
      'Deze balans heeft meer dan {{max, number}} regels: dat is te veel voor deze computer.',
    next: 'Vraag een uittreksel met alleen de onbetaalde facturen, of van één polis, en open dat.',
  },
}
