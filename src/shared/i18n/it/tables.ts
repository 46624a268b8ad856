import type { tables as source } from '../fr/tables.ts'
import type { Texts } from '../texts.ts'

export const tables: Texts<typeof source> = {
  source: {
    sheet: 'Foglio letto',
    mixed: 'Questo file mescola due codifiche. Verifichi le lettere accentate.',
    broken: 'Delle virgolette rendono illeggibili queste righe; non sono riprese: {{places}}.',
  },
  columns: {
    title: 'Che cosa contengono le colonne',
    guessed:
      'Abbiamo riconosciuto quanto possibile. Le Sue scelte saranno ricordate per le tabelle con le stesse colonne.',
    known: 'Ha già letto una tabella con queste colonne: le Sue scelte sono state riprese.',
    none: 'Nessuna colonna è riconosciuta. Dica che cosa contiene ciascuna.',
    header: 'La prima riga contiene i titoli',
    unnamed: 'Colonna {{number}}',
    sample: 'Per esempio: {{sample}}',
    ignore: 'Non leggere',
    policy: 'Polizza delle righe che non ne indicano',
    noPolicy: 'Nessuna',
  },
  questions: {
    decimalSign: 'Quanto è «{{sample}}»?',
    dayOrder: 'Che giorno è «{{sample}}»?',
    hint: 'La Sua risposta vale per tutta la tabella e per le successive con le stesse colonne.',
  },
  answers: {
    decimalSign: 'Decimali, dove la tabella non li mostra',
    comma: 'Virgola: 12,50',
    point: 'Punto: 12.50',
    dayOrder: 'Ordine delle date, dove la tabella non lo mostra',
    'day-first': 'Giorno, poi mese',
    'month-first': 'Mese, poi giorno',
  },
}
