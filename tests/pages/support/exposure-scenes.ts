/** Exposure's pages: nothing yet, what is asked, the figures and the customers, and two of them. */
import { failure, success } from '../../../src/shared/contract/result.ts'
import {
  askingView,
  ledgerCustomer,
  ledgerCustomers,
  ledgerInvoices,
  agedAmounts,
  agedView,
  ledgerView,
  twinBuyers,
} from '../../support/ledger.ts'
import { caseAnswers } from './case-scenes.ts'
import type { Answers } from './fake-portal.ts'
import { servnetAnswers, type Scene } from './servnet-scenes.ts'

const [toReport = ledgerCustomer(), , toMatch = ledgerCustomer()] = ledgerCustomers

const customers = (items: typeof ledgerCustomers, total = 412) =>
  success({ window: { items: [...items], total, kept: 412, isWhole: true } })

/** Of who has Collect@Net, too. */
export const exposureAnswers: Answers = {
  ...caseAnswers,
  ...servnetAnswers,
  'app.state': caseAnswers['app.state'],
  'servnet.exposure': success({
    view: {
      ...ledgerView,
      answers: { ...ledgerView.answers, decimalSign: 'comma', dayOrder: 'day-first' },
    },
  }),
  'servnet.ledgerCustomers': customers(ledgerCustomers, 40),
  'servnet.ledgerCustomer': success({
    customer: toReport,
    invoices: [...ledgerInvoices],
    candidates: [],
    asOf: '2026-11-30',
    agedOn: null,
  }),
  'servnet.exportLedgerDays': success({
    kind: 'saved',
    path: '/home/marie/Documents/declarations.ics',
    days: 68,
  }),
}

const path = '/servnet/exposure'

export const exposureScenes: readonly Scene[] = [
  { name: 'exposure: nothing yet', path, answers: { 'servnet.exposure': success({ view: null }) } },
  {
    name: 'exposure: a file that is no table',
    path,
    answers: {
      'servnet.exposure': success({ view: null }),
      'servnet.openLedger': failure({ code: 'table_not_a_table' }),
    },
    async act(page) {
      await page.getByRole('button', { name: 'Ouvrir la balance…' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'exposure: columns and questions',
    path,
    answers: { 'servnet.exposure': success({ view: askingView }) },
  },
  {
    name: 'exposure: the page, with all that opens',
    path,
    async act(page) {
      await page.getByText('Voir en tableau').click()
      await page.getByText('Ce que contiennent les colonnes').click()
      await page.getByText(/^3\slignes laissées de côté$/u).click()
      await page.getByRole('button', { name: 'Dates dans un fichier calendrier…' }).click()
      await page.getByText(/declarations\.ics/u).waitFor()
    },
  },
  {
    name: 'exposure: no customer of a kind',
    path: `${path}?cover=no_rate`,
    answers: { 'servnet.ledgerCustomers': customers([], 0) },
  },
  { name: 'exposure: a customer to report', path: `${path}/k2` },
  {
    name: 'exposure: of ages',
    path,
    answers: { 'servnet.exposure': success({ view: agedView }) },
  },
  {
    name: 'exposure: a customer of ages',
    path: `${path}/k2`,
    answers: {
      'servnet.ledgerCustomer': success({
        customer: toReport,
        invoices: [...agedAmounts],
        candidates: [],
        asOf: '2026-11-30',
        agedOn: '2026-10-31',
      }),
    },
  },
  {
    name: 'exposure: a customer to identify',
    path: `${path}/k3`,
    answers: {
      'servnet.ledgerCustomer': success({
        customer: toMatch,
        invoices: [...ledgerInvoices],
        candidates: [...twinBuyers],
        asOf: '2026-11-30',
        agedOn: null,
      }),
    },
  },
  {
    name: 'exposure: a customer that is not there',
    path: `${path}/k9`,
    answers: { 'servnet.ledgerCustomer': failure({ code: 'not_found' }) },
  },
]
