import type { tableErrors as french } from '../fr/table-errors.ts'
import type { Texts } from '../texts.ts'

export const tableErrors: Texts<typeof french> = {
  table_empty: {
    message: 'No hay ninguna tabla: no hay nada escrito, o todas sus hojas están ocultas.',
    next: 'Compruebe el archivo o las filas que ha copiado y vuelva a intentarlo.',
  },
  table_damaged: {
    message: 'Este libro está dañado y no se puede leer.',
    next: 'Ábralo en su hoja de cálculo, guárdelo de nuevo como XLSX o CSV e inténtelo otra vez.',
  },
  table_protected: {
    message: 'Este libro está protegido con contraseña, o es de un formato antiguo (XLS).',
    next: 'Guárdelo como XLSX, sin contraseña, e inténtelo de nuevo.',
  },
  table_too_large: {
    message: 'Este archivo es demasiado grande: ocuparía más de {{max}} MB.',
    next: 'Deje solo la hoja necesaria, o guárdela como CSV, e inténtelo de nuevo.',
  },
  table_not_a_table: {
    message: 'Este archivo no es una tabla.',
    next: 'Elija un archivo CSV o XLSX.',
  },
  table_unreadable: {
    message: 'Este archivo no se ha podido leer en este ordenador.',
    next: 'Compruebe que sigue ahí y que ningún otro programa lo retiene, e inténtelo de nuevo.',
  },
  table_too_many_rows: {
    message: 'Esta tabla tiene más de {{max, number}} filas: son demasiadas para un solo envío.',
    next: 'Divídala en varias tablas y envíelas una tras otra.',
  },
  ledger_too_many_lines: {
    message: 'Estos saldos tienen más de {{max, number}} líneas: demasiadas para este equipo.',
    next: 'Pida un extracto solo con las facturas sin pagar, o de una sola póliza, y ábralo.',
  },
}
