import type { caseErrors as source, caseFields as sourceFields } from '../fr/case-errors.ts'
import type { Texts } from '../texts.ts'

export const caseErrors: Texts<typeof source> = {
  case_exists: {
    message: 'Un expediente abierto de este comprador ya contiene una de estas facturas.',
    next: 'Ábralo para seguirlo. Para otras facturas, quite primero esta.',
  },
}

export const caseFields: Texts<typeof sourceFields> = {
  invoice_twice: 'Este número de factura figura dos veces.',
  due_before_issue:
    'El vencimiento debe ser posterior a la fecha de la factura o caer en el mismo día.',
  issued_in_future: 'La fecha de la factura está en el futuro.',
  amount_zero: 'El importe debe ser superior a cero.',
}
