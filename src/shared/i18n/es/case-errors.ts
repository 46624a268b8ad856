import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Un expediente abierto de este comprador ya contiene una de estas facturas.',
    next: 'Ábralo para seguirlo. Para otras facturas, quite primero esta.',
  },
  documents_full: {
    message: 'Este expediente ya contiene {{max}} documentos, el máximo.',
    next: 'Reúna varias páginas en un solo archivo.',
  },
  document_empty: {
    message: 'Este archivo está vacío.',
    next: 'Guárdelo de nuevo y añádalo después.',
  },
  document_type: {
    message: 'No se acepta este tipo de archivo.',
    next: 'Añada un archivo PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT o EML.',
  },
  document_mismatch: {
    message: 'Este archivo no es lo que indica su nombre, o contiene un programa.',
    next: 'Ábralo, guárdelo como PDF y añádalo después.',
  },
  document_too_large: {
    message: 'Este archivo supera los 10 MB.',
    next: 'Redúzcalo o divídalo en varios archivos.',
  },
  document_unreadable: {
    message: 'No se puede leer este archivo.',
    next: 'Ciérrelo en los demás programas y elíjalo de nuevo.',
  },
  document_not_opened: {
    message: 'Ningún programa pudo abrir este documento.',
    next: 'Guárdelo y ábralo usted mismo.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Este número de factura figura dos veces.',
  due_before_issue:
    'El vencimiento debe ser posterior a la fecha de la factura o caer en el mismo día.',
  issued_in_future: 'La fecha de la factura está en el futuro.',
  amount_zero: 'El importe debe ser superior a cero.',
}
