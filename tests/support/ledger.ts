/** A ledger as main answers it: customers of every kind, with the days that their policy's conditions make. */
import type { ExposureTotals, ExposureView } from '../../src/shared/contract/servnet/exposure.ts'
import type {
  LedgerCustomer,
  LedgerInvoice,
} from '../../src/shared/contract/servnet/ledger-customers.ts'

const euro = (amount: string) => ({ amount, currency: 'EUR' })

const hoyoux = {
  id: '100000',
  name: 'Brasserie du Hoyoux SA',
  country: 'BE',
  town: 'Marchin',
  registrationNumber: '0202239951',
}

/** Within its limit and in time, but for what a test changes. */
export function ledgerCustomer(changes: Partial<LedgerCustomer> = {}): LedgerCustomer {
  return {
    key: 'k1',
    name: 'Brasserie du Hoyoux',
    customerNumber: 'C-0042',
    country: 'BE',
    registrationNumber: '0202239951',
    buyer: hoyoux,
    matchedBy: 'number',
    candidates: 0,
    policyId: '17386',
    isPolicyChosen: false,
    invoices: 3,
    owed: euro('41250.50'),
    owedAsWritten: [],
    limit: euro('60000.00'),
    over: euro('0.00'),
    overdue: euro('12480.50'),
    oldestDueOn: '2026-10-15',
    daysOverdue: 46,
    mepEndsOn: '2026-12-14',
    reportBy: '2027-01-13',
    reporting: 'within_mep',
    areDeliveriesCovered: true,
    cover: 'covered',
    ...changes,
  }
}

const nothingDue = {
  overdue: euro('0.00'),
  oldestDueOn: null,
  daysOverdue: 0,
  mepEndsOn: null,
  reportBy: null,
} as const

const noBuyer = {
  buyer: null,
  matchedBy: null,
  policyId: null,
  limit: null,
  over: null,
  mepEndsOn: null,
  reportBy: null,
  reporting: null,
  areDeliveriesCovered: null,
  cover: 'unknown',
} as const

/** One of each kind, the one to report first. */
export const ledgerCustomers: readonly LedgerCustomer[] = [
  ledgerCustomer({
    key: 'k2',
    name: 'L’Atelier de la Vesdre',
    buyer: { ...hoyoux, id: '100001', name: 'L’Atelier de la Vesdre SRL', town: 'Verviers' },
    matchedBy: 'name',
    owed: euro('98700.00'),
    limit: euro('80000.00'),
    over: euro('18700.00'),
    overdue: euro('52300.00'),
    oldestDueOn: '2026-09-03',
    daysOverdue: 88,
    mepEndsOn: '2026-11-02',
    reportBy: '2026-12-02',
    reporting: 'to_report',
    areDeliveriesCovered: false,
    cover: 'over',
  }),
  ledgerCustomer(),
  ledgerCustomer({ ...noBuyer, key: 'k3', name: 'Delhaize Frères', candidates: 2 }),
  ledgerCustomer({
    key: 'k4',
    name: 'Ørsted A/S',
    buyer: { ...hoyoux, id: '100004', name: 'Ørsted A/S', country: 'DK', town: 'Aarhus' },
    limit: null,
    over: null,
    overdue: euro('8000.00'),
    oldestDueOn: '2026-07-20',
    daysOverdue: 133,
    mepEndsOn: '2026-09-18',
    reportBy: '2026-10-18',
    reporting: 'late',
    areDeliveriesCovered: false,
    cover: 'refused',
  }),
  ledgerCustomer({ ...noBuyer, ...nothingDue, key: 'k5', name: '株式会社テスト', country: 'JP' }),
  ledgerCustomer({
    ...nothingDue,
    key: 'k6',
    name: '=HYPERLINK("http://example.test";"Acme")',
    owed: null,
    owedAsWritten: [{ amount: '1200000', currency: 'JPY' }, euro('310.00')],
    over: null,
    reporting: 'not_due',
    areDeliveriesCovered: null,
    cover: 'no_rate',
  }),
  ...Array.from({ length: 34 }, (_, index) =>
    ledgerCustomer({
      ...nothingDue,
      key: `n${index}`,
      name: `Client ${index}`,
      reporting: 'not_due',
    }),
  ),
]

const part = (customers: number, amount: string) => ({ customers, amount: euro(amount) })

export const ledgerTotals: ExposureTotals = {
  currency: 'EUR',
  ratesOf: '2026-11-27',
  owed: part(412, '3184920.75'),
  covered: part(371, '2618400.25'),
  over: part(12, '214700.50'),
  refused: part(8, '96320.00'),
  unknown: part(33, '255500.00'),
  noRate: { customers: 1, amount: null },
  ages: [
    { band: 'not_due', amount: euro('2104310.50') },
    { band: '1_30', amount: euro('611200.25') },
    { band: '31_60', amount: euro('288410.00') },
    { band: '61_90', amount: euro('121000.00') },
    { band: 'over_90', amount: euro('60000.00') },
  ],
  reporting: { not_due: 301, within_mep: 61, to_report: 5, late: 2 },
  toMatch: 3,
}

/** Read and computed. */
export const ledgerView: ExposureView = {
  file: 'balance-novembre.xlsx',
  openedAt: '2026-11-30T07:12:00.000Z',
  asOf: '2026-11-30',
  sheet: null,
  sheets: ['Balance'],
  isMixed: false,
  broken: [],
  hasHeader: true,
  columns: [
    { name: 'N° client', sample: 'C-0042', field: 'customerNumber' },
    { name: 'Client', sample: 'Brasserie du Hoyoux', field: 'name' },
    { name: 'Facture', sample: 'F2026-10611', field: 'invoice' },
    { name: 'Échéance', sample: '15/10/2026', field: 'dueOn' },
    { name: 'Solde', sample: '12.480,50', field: 'amount' },
    { name: 'Représentant', sample: 'Mme Dubois', field: null },
  ],
  isKnown: false,
  questions: [],
  answers: { decimalSign: null, dayOrder: null, currency: 'EUR', policyId: null },
  agedOn: null,
  missing: [],
  lines: 12_408,
  problems: [
    { place: 17, field: 'dueOn', code: 'no_day', text: 'à réception' },
    { place: 204, field: 'amount', code: 'no_amount', text: '#REF!' },
    { place: 11_003, field: 'name', code: 'required', text: '' },
  ],
  wrongLines: 3,
  totals: ledgerTotals,
  isWhole: true,
}

/** Of one that says ages, as at the end of the month before. */
export const agedView: ExposureView = {
  ...ledgerView,
  file: 'balance-agee.xlsx',
  agedOn: '2026-10-31',
  columns: [
    { name: 'N° client', sample: 'C-0042', field: 'customerNumber' },
    { name: 'Client', sample: 'Brasserie du Hoyoux', field: 'name' },
    { name: 'Non échu', sample: '12.480,50', field: 'age_not_due' },
    { name: '1-30', sample: '800,00', field: 'age_1_30' },
    { name: '31-60', sample: '', field: 'age_31_60' },
    { name: '61-90', sample: '', field: 'age_61_90' },
    { name: '91-120', sample: '90,00', field: 'age_over_90' },
    { name: '> 120', sample: '', field: 'age_over_90' },
    { name: 'Total', sample: '13.370,50', field: 'amount' },
  ],
  problems: [
    { place: 12, field: 'amount', code: 'ages_differ', text: '4.100,00' },
    { place: 417, field: 'name', code: 'total_line', text: 'Total général' },
  ],
  wrongLines: 2,
}

/** Nothing is computed: a column is missing, and an amount and a day have two readings. */
export const askingView: ExposureView = {
  ...ledgerView,
  sheet: 'Balance',
  sheets: ['Balance', 'Totaux'],
  isMixed: true,
  broken: [7, 12],
  columns: ledgerView.columns.map((column) => ({
    ...column,
    field: column.field === 'dueOn' ? null : column.field,
  })),
  questions: [
    { kind: 'decimalSign', sample: '1.234' },
    { kind: 'dayOrder', sample: '03/04/2026' },
  ],
  missing: ['dueOn'],
  totals: null,
  isWhole: false,
}

const vesdre = { mepEndsOn: '2026-11-02', reportBy: '2026-12-02' } as const

/** Of the customer that is to be reported: due, not yet due, credited, and in another currency. */
export const ledgerInvoices: readonly LedgerInvoice[] = [
  {
    number: 'F2026-10611',
    issuedOn: '2026-08-04',
    dueOn: '2026-09-03',
    amount: euro('32300.00'),
    daysOverdue: 88,
    ...vesdre,
    reporting: 'to_report',
  },
  {
    number: null,
    issuedOn: null,
    dueOn: '2026-10-20',
    amount: euro('20000.00'),
    daysOverdue: 41,
    mepEndsOn: '2026-12-19',
    reportBy: '2027-01-18',
    reporting: 'within_mep',
  },
  {
    number: 'F2026-10930',
    issuedOn: '2026-11-10',
    dueOn: '2026-12-10',
    amount: euro('47600.00'),
    daysOverdue: 0,
    mepEndsOn: '2027-02-08',
    reportBy: '2027-03-10',
    reporting: 'not_due',
  },
  {
    number: 'NC-88',
    issuedOn: '2026-09-30',
    dueOn: '2026-09-30',
    amount: euro('-1200.00'),
    daysOverdue: 61,
    ...vesdre,
    reporting: null,
  },
]

/** Two of one name, of which the person has to say which. */
export const twinBuyers = [
  { ...hoyoux, id: '100010', name: 'Delhaize Frères', town: 'Namur' },
  { ...hoyoux, id: '100011', name: 'Delhaize Frères', town: 'Liège' },
] as const

/** What an aged ledger says of a customer. */
export const agedAmounts: readonly LedgerInvoice[] = [
  {
    number: null,
    issuedOn: null,
    dueOn: '2026-09-01',
    amount: euro('32300.00'),
    daysOverdue: 90,
    ...vesdre,
    reporting: 'to_report',
  },
  {
    number: null,
    issuedOn: null,
    dueOn: null,
    amount: euro('12480.50'),
    daysOverdue: 0,
    mepEndsOn: null,
    reportBy: null,
    reporting: null,
  },
]
