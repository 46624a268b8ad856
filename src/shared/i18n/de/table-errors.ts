import type { tableErrors as french } from '../fr/table-errors.ts'
import type { Texts } from '../texts.ts'

export const tableErrors: Texts<typeof french> = {
  table_empty: {
    message: 'Hier ist keine Tabelle: Es steht nichts darin, oder alle Blätter sind ausgeblendet.',
    next: 'Prüfen Sie die Datei oder die kopierten Zeilen, und versuchen Sie es erneut.',
  },
  table_damaged: {
    message: 'Diese Arbeitsmappe ist beschädigt und kann nicht gelesen werden.',
    next: 'Öffnen Sie sie in Ihrer Tabellenkalkulation, speichern Sie sie neu als XLSX oder CSV, und versuchen Sie es noch einmal.',
  },
  table_protected: {
    message:
      'Diese Arbeitsmappe ist durch ein Passwort geschützt, oder von einem alten Format (XLS).',
    next: 'Speichern Sie sie als XLSX, ohne Passwort, und versuchen Sie es noch einmal.',
  },
  table_too_large: {
    message: 'Diese Datei ist zu groß: Sie würde mehr als {{max}} MB einnehmen.',
    next: 'Behalten Sie nur das benötigte Blatt, oder speichern Sie es als CSV, und versuchen Sie es noch einmal.',
  },
  table_not_a_table: {
    message: 'Diese Datei ist keine Tabelle.',
    next: 'Wählen Sie eine CSV- oder XLSX-Datei.',
  },
  table_unreadable: {
    message: 'Diese Datei konnte auf diesem Computer nicht gelesen werden.',
    next: 'Prüfen Sie, ob sie noch da ist und kein anderes Programm sie festhält, und versuchen Sie es noch einmal.',
  },
  table_too_many_rows: {
    message: 'Diese Tabelle hat mehr als {{max, number}} Zeilen: zu viele für einen Versand.',
    next: 'Teilen Sie sie in mehrere Tabellen, und senden Sie diese nacheinander.',
  },
  ledger_too_many_lines: {
    message: 'Diese Liste hat mehr als {{max, number}} Zeilen: zu viele für diesen Computer.',
    next: 'Fordern Sie einen Auszug nur der unbezahlten Rechnungen oder nur einer Police an, und öffnen Sie diesen.',
  },
}
