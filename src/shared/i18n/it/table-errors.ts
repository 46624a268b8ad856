import type { tableErrors as french } from '../fr/table-errors.ts'
import type { Texts } from '../texts.ts'

export const tableErrors: Texts<typeof french> = {
  table_empty: {
    message: 'Non c’è nessuna tabella: non vi è scritto nulla, o tutti i fogli sono nascosti.',
    next: 'Verifichi il file o le righe copiate, poi riprovi.',
  },
  table_damaged: {
    message: 'Questa cartella di lavoro è danneggiata e non può essere letta.',
    next: 'La apra nel Suo foglio di calcolo, la salvi di nuovo in XLSX o CSV, poi riprovi.',
  },
  table_protected: {
    message: 'Questa cartella di lavoro è protetta da una password, o di un vecchio formato (XLS).',
    next: 'La salvi in XLSX, senza password, poi riprovi.',
  },
  table_too_large: {
    message: 'Questo file è troppo grande: occuperebbe più di {{max}} MB.',
    next: 'Tenga solo il foglio necessario, oppure lo salvi in CSV, poi riprovi.',
  },
  table_not_a_table: {
    message: 'Questo file non è una tabella.',
    next: 'Scelga un file CSV o XLSX.',
  },
  table_unreadable: {
    message: 'Questo file non ha potuto essere letto su questo computer.',
    next: 'Verifichi che esista ancora e che nessun altro programma lo trattenga, poi riprovi.',
  },
  table_too_many_rows: {
    message: 'Questa tabella ha più di {{max, number}} righe: sono troppe per un solo invio.',
    next: 'La divida in più tabelle e le invii una dopo l’altra.',
  },
  ledger_too_many_lines: {
    message: 'Questo scadenzario ha più di {{max, number}} righe: sono troppe per questo computer.',
    next: 'Chieda un estratto delle sole fatture non pagate, o di una sola polizza, e lo apra.',
  },
}
