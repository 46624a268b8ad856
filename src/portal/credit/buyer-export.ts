/** All buyers that somebody sees, as a file: part by part, as the database was at one moment. */
import { Semaphore } from 'async-mutex'
import { stringify } from 'csv-stringify/sync'
import type { Buyer, BuyerExportQuery } from '../../shared/contract/credit/buyers.ts'
import { localeOf } from '../../shared/i18n/locale.ts'
import type { Language } from '../../shared/languages.ts'
import { listSeparatorOf, withoutFormulas } from '../../shared/rules/csv-format.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Page } from '../platform/paging.ts'
import { listBuyers } from './buyer-list.ts'
import type { Viewer } from './buyers.ts'
import { assertGranted } from './policies.ts'

/** Buyers of a part. */
const partSize = 200

/** Each has a connection of its own, which there are few of. */
const atOnce = new Semaphore(2)

type Asked = {
  readonly query: BuyerExportQuery
  readonly language: Language
  /** Aborted when nobody waits for more. */
  readonly signal: AbortSignal
}

/**
 * The file that `query` asks for, which nothing is read for before its first part is asked for.
 * @throws ProblemError `not_found` for a policy that is not granted
 */
export async function exportBuyers(
  context: PlatformContext,
  viewer: Viewer,
  asked: Asked,
): Promise<AsyncIterable<string>> {
  await assertGranted(context.db, viewer.userId, asked.query)
  return csvOf(readParts(context, viewer, asked), asked.language)
}

async function* readParts(
  context: PlatformContext,
  viewer: Viewer,
  { query, signal }: Asked,
): AsyncIterable<readonly Buyer[]> {
  const [, release] = await atOnce.acquire()
  try {
    const { db, close } = await context.openSnapshot()
    try {
      let cursor: string | null = null
      do {
        const from: string | null = cursor
        // oxlint-disable-next-line no-await-in-loop -- a part begins where the one before ended
        const page: Page<Buyer> = await context.pacing(viewer.userId, signal, () =>
          listBuyers({ ...context, db }, viewer, {
            ...query,
            limit: partSize,
            ...(from !== null && { cursor: from }),
          }),
        )
        yield page.items
        cursor = page.nextCursor
      } while (cursor !== null && !signal.aborted)
    } finally {
      await close()
    }
  } finally {
    release()
  }
}

async function* csvOf(
  parts: AsyncIterable<readonly Buyer[]>,
  language: Language,
): AsyncIterable<string> {
  const delimiter = listSeparatorOf(localeOf(language))
  const options = { delimiter, record_delimiter: 'windows' } as const
  const decimal = delimiter === ';' ? ',' : '.'
  const titles = Object.keys(columns)
  // Without the mark spreadsheets take UTF-8 for an older encoding.
  yield stringify([titles], { ...options, bom: true })
  for await (const part of parts) {
    const rows = part.map((buyer) => Object.values(columns).map((of) => cellOf(of(buyer), decimal)))
    if (rows.length > 0) yield stringify(rows, options)
  }
}

/** An amount is a decimal that is not a text. */
type Cell = string | number | null | { readonly amount: string }

const columns = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  country: ({ country }) => country,
  town: ({ town }) => town,
  registrationNumber: ({ registrationNumber }) => registrationNumber,
  rating: ({ rating }) => rating,
  band: ({ band }) => band,
  totalCld: ({ totalCld }) => totalCld,
  currency: ({ totalCld }) => totalCld?.currency ?? null,
  riskAcceptance: ({ riskAcceptance }) => riskAcceptance,
  decision: ({ decision }) => decision,
  pendingApplications: ({ pendingApplications }) => pendingApplications,
  endsOn: ({ endsOn }) => endsOn,
  policyIds: ({ policyIds }) => policyIds.join(' '),
} as const satisfies Readonly<Record<string, (buyer: Buyer) => Cell>>

function cellOf(cell: Cell, decimal: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return withoutFormulas(cell)
  return String(typeof cell === 'number' ? cell : cell.amount).replace('.', decimal)
}
