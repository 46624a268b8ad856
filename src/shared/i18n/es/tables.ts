import type { tables as source } from '../fr/tables.ts'
import type { Texts } from '../texts.ts'

export const tables: Texts<typeof source> = {
  source: {
    sheet: 'Hoja que se lee',
    mixed: 'Este archivo mezcla dos codificaciones. Compruebe las letras con tilde.',
    broken: 'Unas comillas hacen ilegibles estas líneas; no se incluyen: {{places}}.',
  },
  columns: {
    title: 'Qué contienen las columnas',
    guessed:
      'Hemos reconocido lo posible. Sus elecciones se recordarán para las tablas con las mismas columnas.',
    known: 'Ya ha leído una tabla con estas columnas: se han retomado sus elecciones.',
    none: 'No se reconoce ninguna columna. Diga qué contiene cada una.',
    header: 'La primera fila contiene los títulos',
    unnamed: 'Columna {{number}}',
    sample: 'Por ejemplo: {{sample}}',
    ignore: 'No leer',
    policy: 'Póliza de las filas que no indican ninguna',
    noPolicy: 'Ninguna',
  },
  questions: {
    decimalSign: '¿Cuánto es «{{sample}}»?',
    dayOrder: '¿Qué día es «{{sample}}»?',
    hint: 'Su respuesta vale para toda la tabla y para las siguientes con las mismas columnas.',
  },
  answers: {
    decimalSign: 'Decimales, donde la tabla no los muestra',
    comma: 'Coma: 12,50',
    point: 'Punto: 12.50',
    dayOrder: 'Orden de las fechas, donde la tabla no lo muestra',
    'day-first': 'Día y después mes',
    'month-first': 'Mes y después día',
  },
}
