/** Many applications at once, with every kind of row. */
import type {
  BatchRowView,
  BatchView,
  FollowedRow,
} from '../../../src/shared/contract/servnet/batch.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { Answers } from './fake-portal.ts'
import type { Scene } from './servnet-scenes.ts'

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const at = '2026-11-20T09:00:00.000Z'

const buyer = (id: string, name: string, town: string) => ({
  id,
  name,
  country: 'BE',
  town,
  registrationNumber: '0202239951',
})

const row = (key: number, name: string, changes: Partial<BatchRowView> = {}): BatchRowView => ({
  key,
  place: key + 2,
  state: 'ready',
  texts: {
    name,
    country: 'BE',
    registrationNumber: '0202239951',
    amount: '25.000,00',
    terms: '30',
  },
  amount: euro('25000.00'),
  buyer: null,
  candidates: [],
  problems: [],
  warnings: [],
  ...changes,
})

const twins = [buyer('1', 'Delhaize Frères', 'Namur'), buyer('2', 'Delhaize Frères', 'Liège')]

/** Each thing that can be said of a row, and enough of them to scroll. */
export const batchRows: readonly BatchRowView[] = [
  row(0, 'Boulangerie À la Bonne Heure', { buyer: buyer('3', 'À LA BONNE HEURE SA', 'Namur') }),
  row(1, 'Ørsted A/S', {
    state: 'wrong',
    amount: null,
    texts: { name: 'Ørsted A/S', country: 'DK', amount: 'beaucoup' },
    problems: [{ field: 'amount', code: 'no_amount' }],
  }),
  row(2, 'Delhaize Frères', {
    state: 'wrong',
    candidates: twins,
    problems: [{ field: 'name', code: 'buyer_ambiguous' }],
  }),
  row(3, 'L’Oréal', {
    warnings: [
      { kind: 'limit_suffices', limitId: 'l1', inForce: euro('250000.00'), endsOn: null },
      { kind: 'number_unlikely', country: 'FR' },
    ],
  }),
  row(4, '=HYPERLINK("http://x";"y")', { state: 'left' }),
  ...Array.from({ length: 40 }, (_, index) => row(index + 5, `Acheteur ${index}`)),
]

export const batchView: BatchView = {
  source: { kind: 'file', name: 'limites-novembre.xlsx' },
  sheet: 'Belgique',
  sheets: ['Belgique', 'France'],
  isMixed: false,
  broken: [],
  hasHeader: true,
  columns: [
    { name: 'Acheteur', sample: 'Boulangerie À la Bonne Heure', field: 'name' },
    { name: 'Pays', sample: 'BE', field: 'country' },
    { name: 'N°', sample: '0202239951', field: 'registrationNumber' },
    { name: 'Montant', sample: '25.000,00', field: 'amount' },
    { name: 'Délai', sample: '30', field: 'terms' },
    { name: 'Remarque', sample: 'à voir', field: null },
  ],
  isKnown: false,
  questions: [],
  answers: { decimalSign: 'comma', dayOrder: 'day-first' },
  defaults: { policyId: null, terms: null },
  rows: [...batchRows],
  savedAt: at,
}

const followed = (position: number, changes: Partial<FollowedRow>): FollowedRow => ({
  buyerName: `Acheteur ${position}`,
  buyerId: null,
  country: 'BE',
  policyId: '17386',
  amount: euro('25000.00'),
  paymentTermsDays: 30,
  position,
  applicationId: String(position),
  editId: `e${position}`,
  status: 'pending',
  error: null,
  granted: null,
  decidedAt: null,
  expectedBy: null,
  startsOn: null,
  endsOn: null,
  ...changes,
})

const progress = {
  id: 'b1',
  madeAt: at,
  size: 5,
  waiting: 1,
  refused: 1,
  givenUp: 0,
  sent: 3,
  error: null,
} as const

export const batchAnswers: Answers = {
  'servnet.batchDraft': success({ view: null }),
  'servnet.batches': success({ batches: [progress] }),
  'servnet.pasteBatch': success({ view: batchView }),
  'servnet.openBatch': success({ view: batchView }),
  'servnet.changeBatch': success({ view: batchView }),
  'servnet.discardBatch': success({ view: null }),
  'servnet.sendBatch': success({ size: 42, view: null }),
  'servnet.batch': success({
    progress,
    rows: [
      followed(1, { status: 'accepted', granted: euro('25000.00'), decidedAt: at }),
      followed(2, { status: 'partly_accepted', granted: euro('10000.00'), decidedAt: at }),
      followed(3, {}),
      followed(4, { status: 'not_taken', applicationId: null, error: { code: 'not_found' } }),
      followed(5, { status: 'waiting' }),
    ],
  }),
}

const drafted = (view: Partial<BatchView>): Answers => ({
  'servnet.batchDraft': success({ view: { ...batchView, ...view } }),
})

export const batchScenes: readonly Scene[] = [
  { name: 'several: nothing yet', path: '/servnet/applications/batch' },
  { name: 'several: a table', path: '/servnet/applications/batch', answers: drafted({}) },
  {
    name: 'several: columns and questions',
    path: '/servnet/applications/batch',
    answers: drafted({
      isMixed: true,
      broken: [7, 12],
      questions: [
        { kind: 'decimalSign', sample: '1.234' },
        { kind: 'dayOrder', sample: '03/04/2026' },
      ],
    }),
    act: (page) => page.getByText('Ce que contiennent les colonnes').click(),
  },
  {
    name: 'several: a row to put right',
    path: '/servnet/applications/batch',
    answers: drafted({}),
    async act(page) {
      await page.getByText('Delhaize Frères').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'several: followed', path: '/servnet/applications/batch/b1' },
]
