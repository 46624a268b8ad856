import type { cases as source } from '../fr/cases.ts'
import type { Texts } from '../texts.ts'

export const cases: Texts<typeof source> = {
  title: 'Pratiche di recupero',
  list: {
    search: 'Acquirente o n. fattura',
    loading: 'Le pratiche si stanno caricando',
    all_one: '{{total}} pratica',
    all_other: '{{total}} pratiche',
    none: 'Nessuna pratica corrisponde a questi filtri.',
    empty: 'Non ha alcuna pratica di recupero.',
  },
  columns: {
    claimed: 'Richiesto',
    recovered: 'Recuperato',
    outstanding: 'Residuo',
    openedAt: 'Aperta il',
    oldestDueOn: 'Prima scadenza',
    invoices: 'Fatture',
    lastStep: 'Ultimo passo',
  },
  status: {
    open: 'In recupero',
    instalments: 'Pagamento rateale',
    legal: 'In giudizio',
    recovered: 'Recuperata',
    closed: 'Chiusa',
  },
  means: {
    open: 'Il Suo assicuratore chiede il pagamento all’acquirente.',
    instalments: 'L’acquirente paga a rate, come convenuto.',
    legal: 'È in corso un’azione legale.',
    recovered: 'Tutto è stato pagato, la pratica è chiusa.',
    closed: 'La pratica è chiusa. Il residuo non viene più richiesto qui.',
  },
  steps: {
    opened: 'Pratica aperta',
    reminder_sent: 'Sollecito inviato',
    debtor_contacted: 'Acquirente contattato',
    payment_received: 'Pagamento ricevuto',
    instalment_plan: 'Piano di rientro concordato',
    legal_action: 'Azione legale',
    closed: 'Pratica chiusa',
  },
  instalment: '{{amount}} a rata',
  one: {
    on: 'Pratica su {{buyer}}',
    loading: 'La pratica si sta caricando',
    missing:
      'Questa pratica non c’è più: forse la sua polizza non Le è più affidata. Torni all’elenco.',
    course: 'Svolgimento',
    invoices: 'Fatture',
    reference: 'Riferimento',
    policy: 'Polizza',
    buyer: 'Acquirente',
    remarks: 'Le Sue osservazioni',
    rowOnly:
      'Offline, su questo computer c’è solo la riga dell’elenco. Le fatture e i passi appariranno appena il portale risponderà.',
  },
  invoice: {
    number: 'N. fattura',
    issuedOn: 'Data',
    dueOn: 'Scadenza originaria',
    amount: 'Importo',
    paid: 'Pagato',
    outstanding: 'Residuo',
    total: 'Totale',
  },
}
