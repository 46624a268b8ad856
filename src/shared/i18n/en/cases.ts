import type { cases as source } from '../fr/cases.ts'
import type { Texts } from '../texts.ts'

export const cases: Texts<typeof source> = {
  title: 'Collection cases',
  list: {
    search: 'Buyer or invoice number',
    loading: 'Cases are loading',
    all_one: '{{total}} case',
    all_other: '{{total}} cases',
    none: 'No case fits these filters.',
    empty: 'You have no collection case.',
  },
  columns: {
    claimed: 'Claimed',
    recovered: 'Recovered',
    outstanding: 'Outstanding',
    openedAt: 'Opened on',
    oldestDueOn: 'First due date',
    invoices: 'Invoices',
    lastStep: 'Last step',
  },
  status: {
    open: 'In collection',
    instalments: 'Paid in instalments',
    legal: 'In court',
    recovered: 'Recovered',
    closed: 'Closed',
  },
  means: {
    open: 'Your insurer is claiming payment from the buyer.',
    instalments: 'The buyer pays in instalments, as agreed.',
    legal: 'Legal action is under way.',
    recovered: 'Everything was paid, the case is closed.',
    closed: 'The case is closed. What is outstanding is no longer claimed here.',
  },
  steps: {
    opened: 'Case opened',
    reminder_sent: 'Reminder sent',
    debtor_contacted: 'Buyer contacted',
    payment_received: 'Payment received',
    instalment_plan: 'Instalment plan agreed',
    legal_action: 'Legal action',
    closed: 'Case closed',
  },
  instalment: '{{amount}} each instalment',
  one: {
    on: 'Case about {{buyer}}',
    loading: 'The case is loading',
    missing:
      'This case is no longer there: perhaps its policy is no longer granted to you. Go back to the list.',
    course: 'Course',
    invoices: 'Invoices',
    reference: 'Reference',
    policy: 'Policy',
    buyer: 'Buyer',
    remarks: 'Your remarks',
    rowOnly:
      'Offline, only the row of the list is on this computer. Invoices and steps will show as soon as the portal answers.',
  },
  invoice: {
    number: 'Invoice no.',
    issuedOn: 'Date',
    dueOn: 'Original due date',
    amount: 'Amount',
    paid: 'Paid',
    outstanding: 'Outstanding',
    total: 'Total',
  },
}
