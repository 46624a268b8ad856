import type { tables as source } from '../fr/tables.ts'
import type { Texts } from '../texts.ts'

export const tables: Texts<typeof source> = {
  source: {
    sheet: 'Gelesenes Blatt',
    mixed: 'Diese Datei mischt zwei Kodierungen. Prüfen Sie Umlaute und Akzente.',
    broken: 'Anführungszeichen machen diese Zeilen unlesbar; sie fehlen hier: {{places}}.',
  },
  columns: {
    title: 'Was die Spalten enthalten',
    guessed:
      'Wir haben erkannt, was möglich war. Ihre Angaben werden für Tabellen mit denselben Spalten gemerkt.',
    known:
      'Sie haben schon eine Tabelle mit diesen Spalten gelesen: Ihre Angaben wurden übernommen.',
    none: 'Keine Spalte wurde erkannt. Sagen Sie, was jede enthält.',
    header: 'Die erste Zeile enthält die Titel',
    unnamed: 'Spalte {{number}}',
    sample: 'Zum Beispiel: {{sample}}',
    ignore: 'Nicht lesen',
    policy: 'Police der Zeilen ohne Police',
    noPolicy: 'Keine',
  },
  questions: {
    decimalSign: 'Wie viel ist „{{sample}}“?',
    dayOrder: 'Welcher Tag ist „{{sample}}“?',
    hint: 'Ihre Antwort gilt für die ganze Tabelle und für spätere mit denselben Spalten.',
  },
  answers: {
    decimalSign: 'Dezimalzeichen, wo die Tabelle es nicht zeigt',
    comma: 'Komma: 12,50',
    point: 'Punkt: 12.50',
    dayOrder: 'Reihenfolge im Datum, wo die Tabelle sie nicht zeigt',
    'day-first': 'Tag, dann Monat',
    'month-first': 'Monat, dann Tag',
  },
}
