import type { cases as source } from '../fr/cases.ts'
import type { Texts } from '../texts.ts'

export const cases: Texts<typeof source> = {
  title: 'Expedientes de recobro',
  list: {
    search: 'Comprador o n.º de factura',
    loading: 'Los expedientes se están cargando',
    all_one: '{{total}} expediente',
    all_other: '{{total}} expedientes',
    none: 'Ningún expediente corresponde a estos filtros.',
    empty: 'No tiene ningún expediente de recobro.',
  },
  columns: {
    claimed: 'Reclamado',
    recovered: 'Recobrado',
    outstanding: 'Pendiente',
    openedAt: 'Abierto el',
    oldestDueOn: 'Primer vencimiento',
    invoices: 'Facturas',
    lastStep: 'Último paso',
  },
  status: {
    open: 'En recobro',
    instalments: 'Pago aplazado',
    legal: 'En los tribunales',
    recovered: 'Recobrado',
    closed: 'Cerrado',
  },
  means: {
    open: 'Su aseguradora reclama el pago al comprador.',
    instalments: 'El comprador paga a plazos, según lo acordado.',
    legal: 'Hay una acción judicial en curso.',
    recovered: 'Todo se ha pagado, el expediente está cerrado.',
    closed: 'El expediente está cerrado. Lo pendiente ya no se reclama aquí.',
  },
  steps: {
    opened: 'Expediente abierto',
    reminder_sent: 'Recordatorio enviado',
    debtor_contacted: 'Comprador contactado',
    payment_received: 'Pago recibido',
    instalment_plan: 'Plan de pagos acordado',
    legal_action: 'Acción judicial',
    closed: 'Expediente cerrado',
  },
  instalment: '{{amount}} por plazo',
  one: {
    on: 'Expediente de {{buyer}}',
    loading: 'El expediente se está cargando',
    missing: 'Este expediente ya no está: quizá ya no tiene acceso a su póliza. Vuelva a la lista.',
    course: 'Desarrollo',
    invoices: 'Facturas',
    reference: 'Referencia',
    policy: 'Póliza',
    buyer: 'Comprador',
    remarks: 'Sus observaciones',
    rowOnly:
      'Sin conexión, solo la línea de la lista está en este ordenador. Las facturas y los pasos aparecerán en cuanto el portal responda.',
  },
  invoice: {
    number: 'N.º de factura',
    issuedOn: 'Fecha',
    dueOn: 'Vencimiento original',
    amount: 'Importe',
    paid: 'Pagado',
    outstanding: 'Pendiente',
    total: 'Total',
  },
}
