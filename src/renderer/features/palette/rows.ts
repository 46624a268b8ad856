/** What the palette shows, in groups: at most eight rows, of each group some. */
import type { PaletteItem, PaletteKind } from '../../../shared/contract/palette/routes.ts'
import type { Topic } from '../../common/help/topics.ts'
import type { PaletteEntry } from './entries.ts'
import type { Found, Recent } from './use-found.ts'

export type Row =
  | { readonly kind: 'found'; readonly item: PaletteItem }
  | { readonly kind: 'entry'; readonly entry: PaletteEntry }
  /** What help says of something. */
  | { readonly kind: 'topic'; readonly topic: Topic }
  /** No buyer is called so: one may apply for one. */
  | { readonly kind: 'applyFor'; readonly name: string }

export type GroupId = PaletteKind | PaletteEntry['group'] | 'recent' | 'noBuyer' | 'help'

export type RowGroup = { readonly id: GroupId; readonly items: readonly Row[] }

/** As many as one takes in at a glance. */
const mostRows = 8

type RowsOptions = {
  readonly found: Found
  readonly recent: Recent
  /** All that are offered to this person. */
  readonly offered: readonly PaletteEntry[]
  readonly search: (typed: string) => readonly PaletteEntry[]
  readonly searchHelp: (typed: string) => readonly Topic[]
  /** Whether this person may apply for limits. */
  readonly canApply: boolean
}

/** The rows for what is typed; where nothing is, what was chosen lately, and what else there is. */
export function rowsFor(options: RowsOptions): readonly RowGroup[] {
  const { found, search, searchHelp, canApply } = options
  if (found.q === '') return rowsWithoutQuestion(options)
  const matching = search(found.q)
  const none: readonly Row[] =
    canApply && hasNoBuyer(found) ? [{ kind: 'applyFor', name: found.q }] : []
  return fitting([
    ...found.found.map(({ kind, items }) => ({
      id: kind,
      items: items.map((item): Row => ({ kind: 'found', item })),
    })),
    ...entryGroups(matching),
    { id: 'noBuyer', items: none },
    { id: 'help', items: helpOn(found.q, searchHelp) },
  ])
}

/** Fewer letters begin words of most topics. */
const fewestLetters = 3

function helpOn(q: string, searchHelp: RowsOptions['searchHelp']): readonly Row[] {
  return q.length < fewestLetters
    ? []
    : searchHelp(q).map((topic): Row => ({ kind: 'topic', topic }))
}

function rowsWithoutQuestion({ recent, offered }: RowsOptions): readonly RowGroup[] {
  const chosen = recent.flatMap((choice): Row[] => {
    if (choice.kind !== 'entry') return [{ kind: 'found', item: choice }]
    const entry = offered.find(({ id }) => id === choice.id)
    return entry === undefined ? [] : [{ kind: 'entry', entry }]
  })
  const others = offered.filter(
    ({ id }) => !chosen.some((row) => row.kind === 'entry' && row.entry.id === id),
  )
  return fitting([{ id: 'recent', items: chosen }, ...entryGroups(others)])
}

function entryGroups(entries: readonly PaletteEntry[]): readonly RowGroup[] {
  return (['actions', 'pages'] as const).map((id) => ({
    id,
    items: entries
      .filter(({ group }) => group === id)
      .map((entry): Row => ({ kind: 'entry', entry })),
  }))
}

/** Nobody is called so: all buyers were looked through, for what is typed now. */
function hasNoBuyer({ found, isSettled }: Found): boolean {
  const buyers = found.find(({ kind }) => kind === 'buyer')
  return isSettled && buyers?.isWhole === true && buyers.total === 0
}

/** Each group has its share; what one leaves goes to the first that have more. */
function fitting(groups: readonly RowGroup[]): readonly RowGroup[] {
  const filled = groups.filter(({ items }) => items.length > 0)
  const share = Math.max(1, Math.floor(mostRows / Math.max(1, filled.length)))
  let left = mostRows
  const least = filled.map(({ items }) => {
    const count = Math.min(items.length, share, left)
    left -= count
    return count
  })
  return filled
    .map(({ id, items }, index) => {
      const own = least[index] ?? 0
      const more = Math.min(items.length - own, left)
      left -= more
      return { id, items: items.slice(0, own + more) }
    })
    .filter(({ items }) => items.length > 0)
}
