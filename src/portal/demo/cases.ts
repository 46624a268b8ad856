/**
 * The demonstration's cases of collection: written once, as long ago as they say, and left as people and
 * the insurer's commands make them. Amounts are in the currency of each case's policy.
 */
import { recordCase, recordStep, type NewStep } from '../collectnet/collecting.ts'
import { recordDocument, type GivenFile } from '../collectnet/documents.ts'
import { addDays, dayOf } from '../../shared/credit/days.ts'
import { minorUnitsOf } from '../../shared/credit/minor-units.ts'
import type { PlatformContext } from '../platform/context.ts'
import { day } from '../platform/clock.ts'
import type { Db } from '../platform/db/open.ts'
import { policyNumbersOf } from './organisations.ts'
import { pdfPaper } from './papers.ts'
import { largest } from './portfolios.ts'

type Clock = Pick<PlatformContext, 'now'>

/** How a case went. */
type Story = {
  readonly openedDaysAgo: number
  /** Days after the due date on which it was entered, and the amount, the oldest first. */
  readonly invoices: readonly (readonly [daysOverdue: number, amount: string])[]
  readonly remarks?: string
  /** Added when it was opened, by the insurer. */
  readonly documents?: readonly GivenFile[]
  /** Days after it was opened. */
  readonly steps: readonly (readonly [after: number, step: NewStep])[]
}

const reminder: NewStep = { kind: 'reminder_sent' }
const called: NewStep = { kind: 'debtor_contacted' }
const paid = (amount: string): NewStep => ({ kind: 'payment_received', amount })

const stories: readonly Story[] = [
  {
    openedDaysAgo: 41,
    invoices: [
      [72, '12480.50'],
      [61, '3220.00'],
    ],
    remarks: 'Le client conteste la livraison du 4.',
    documents: [
      pdfPaper('Facture 41061-1.pdf', [
        'FACTURE 41061-1',
        'Livraison du 4',
        'Total : 12 480,50 EUR',
      ]),
      pdfPaper('Bon de livraison.pdf', ['BON DE LIVRAISON', 'Recu sans reserve']),
    ],
    steps: [
      [1, reminder],
      [9, called],
      [16, paid('5000.00')],
      [17, { kind: 'instalment_plan', amount: '2675.13', note: 'Quatre mensualités.' }],
    ],
  },
  {
    openedDaysAgo: 6,
    invoices: [[68, '8750.00']],
    steps: [[1, reminder]],
  },
  {
    openedDaysAgo: 190,
    invoices: [
      [80, '41300.00'],
      [66, '18999.99'],
    ],
    steps: [
      [1, reminder],
      [12, called],
      [35, { kind: 'legal_action', note: 'Dagvaarding betekend.' }],
      [120, paid('20000.00')],
    ],
  },
  {
    openedDaysAgo: 150,
    invoices: [[63, '6420.75']],
    steps: [
      [1, reminder],
      [8, paid('6420.75')],
      [9, { kind: 'closed' }],
    ],
  },
  {
    openedDaysAgo: 320,
    invoices: [
      [88, '27100.00'],
      [74, '9450.00'],
      [70, '1120.40'],
    ],
    steps: [
      [1, reminder],
      [20, { kind: 'legal_action' }],
      [140, paid('3250.00')],
      [230, { kind: 'closed', note: 'Faillissement gesloten, verder niets te innen.' }],
    ],
  },
  {
    openedDaysAgo: 2,
    invoices: [
      [71, '15600.00'],
      [62, '15600.00'],
    ],
    steps: [],
  },
]

/** As many of the large portfolio's buyers have a case. */
const casesOfLargest = 18

/** Of `marie.lambert`: a season that was not paid, and an hotel. */
const ofGuide = [
  { policyId: '17386', buyerId: '41061' },
  { policyId: '17386', buyerId: '41072' },
] as const

/** Adds the cases that are missing. Buyers and policies are there by now. */
export async function seedCases(db: Db, context: Clock): Promise<void> {
  const pairs = [...ofGuide, ...(await pairsOfLargest(db))]
  const ids = pairs.map(idOf)
  const rows = await db.selectFrom('collection_cases').select('id').where('id', 'in', ids).execute()
  const known = new Set(rows.map(({ id }) => id))
  for (const [index, pair] of pairs.entries()) {
    const story = stories[index % stories.length]
    if (story === undefined || known.has(idOf(pair))) continue
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await tell(db, context, pair, laterBy(story, 3 * Math.floor(index / stories.length)))
  }
}

type Pair = { readonly policyId: string; readonly buyerId: string }

const idOf = ({ policyId, buyerId }: Pair) => `case-${policyId}-${buyerId}`

/** The same days later, so that not all that went the same way was opened on one day. */
function laterBy(story: Story, days: number): Story {
  return { ...story, openedDaysAgo: story.openedDaysAgo + days }
}

/** Each buyer once, under the first of its policies. */
async function pairsOfLargest(db: Db): Promise<Pair[]> {
  const rows = await db
    .selectFrom('positions')
    .select(({ fn }) => ['buyer_id', fn.min('policy_id').as('policy_id')])
    .where('policy_id', 'in', policyNumbersOf([largest]))
    .groupBy('buyer_id')
    .orderBy('buyer_id')
    .limit(casesOfLargest)
    .execute()
  return rows.map((row) => ({ policyId: row.policy_id, buyerId: row.buyer_id }))
}

async function tell(db: Db, context: Clock, pair: Pair, story: Story): Promise<void> {
  const openedAt = context.now() - story.openedDaysAgo * day
  const opened = dayOf(openedAt)
  const { currency } = await db
    .selectFrom('policies')
    .select('currency')
    .where('id', '=', pair.policyId)
    .executeTakeFirstOrThrow()
  await recordCase(
    db,
    { now: () => openedAt },
    {
      ...pair,
      id: idOf(pair),
      currency,
      invoices: story.invoices.map(([overdue, amount], index) => {
        const dueOn = addDays(opened, -overdue)
        const units = minorUnitsOf({ amount, currency }) ?? 0n
        const number = `F${dueOn.slice(0, 4)}-${pair.buyerId.slice(-4)}${index + 1}`
        return { number, issuedOn: addDays(dueOn, -30), dueOn, units }
      }),
      remarks: story.remarks ?? null,
      userId: null,
    },
  )
  for (const file of story.documents ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await recordDocument(db, { now: () => openedAt }, { caseId: idOf(pair), by: null, file })
  }
  for (const [after, step] of story.steps) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they happened
    await recordStep(db, { now: () => openedAt + after * day }, idOf(pair), step)
  }
}
