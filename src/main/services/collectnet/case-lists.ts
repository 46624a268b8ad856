/** Cases as they are kept on this computer, and how they are ordered, searched and filtered here. */
import {
  caseDetailSchema,
  collectionCaseSchema,
  type CollectionCase,
} from '../../../shared/contract/collectnet/cases.ts'
import type { CaseFilters } from '../../../shared/contract/credit/case-filters.ts'
import {
  caseSearchTextOf,
  nameKeyOf,
  searchQuestionOf,
} from '../../../shared/credit/search-text.ts'
import type { FollowedQuestions } from '../../resources/kept-questions.ts'
import { answeredCase } from './case-edits.ts'
import { defineList } from '../../resources/list.ts'
import { defineResource, type Params } from '../../resources/resource.ts'
import type { ColumnKind, KeyQuery } from '../../resources/windows/list-keys.ts'
import type { RowIndex } from '../../store/lists.ts'
import type { Scope } from '../credit/client-scope.ts'
import { withinOf } from '../credit/credit-windows.ts'

const minuteMs = 60_000
/** More than anybody opens in weeks. */
const mostKept = 300

/** Behind the text that is searched, in the order of `indexOfCase`. */
const caseColumns = {
  status: 'codes',
  policy: 'codes',
  opened: 'number',
  due: 'number',
} as const satisfies Readonly<Record<string, ColumnKind>>

function indexOfCase(one: CollectionCase): RowIndex {
  return {
    nameKey: nameKeyOf(one.buyerName),
    keys: [
      caseSearchTextOf(one),
      one.status,
      one.policyId,
      Date.parse(one.openedAt),
      Date.parse(one.oldestDueOn),
    ],
    subject: one.buyerId,
    due: null,
  }
}

/** Cases under the policies that are granted, newest first. */
export const casesList = defineList({
  name: 'cases',
  endpoint: 'collectnetCases',
  schema: collectionCaseSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) =>
    client.call('collectnetCases', { ...credentials, query }),
  askRow: (client, credentials, id) =>
    client.call('collectnetCase', { ...credentials, params: { id } }),
  // Those that wait are in the outbox alone.
  layOver: { edits: ['enterCase', 'addDocument'], lay: (one) => one },
  answered: answeredCase,
  indexOf: indexOfCase,
})

/** Cases as they are shown: by windows. */
export const casesWindow = { list: casesList, columns: caseColumns }

/** The list as a person’s filters narrow it, in a client’s view to that client’s. */
export const narrowedCases = (filters: CaseFilters, scope: Scope) => ({
  window: casesWindow,
  query: caseQueryOf(filters, scope),
})

/** One case with all that happened in it. */
export const caseResource = defineResource({
  name: 'case',
  endpoint: 'collectnetCase',
  schema: caseDetailSchema,
  maxAgeMs: 5 * minuteMs,
  mostKept,
  request: ({ id = '' }: Params) => ({ params: { id } }),
})

/** What `GET /v1/changes` tells of a case, it tells of this. */
export const caseQuestions: readonly FollowedQuestions[] = [
  { resource: caseResource, changes: 'cases', idParam: 'id', grantedIn: 'policies' },
]

/** The query that a person's filters ask of what `scope` has. */
export function caseQueryOf({ q, sort, status, policy }: CaseFilters, scope: Scope): KeyQuery {
  const descending = sort.startsWith('-')
  const column = descending ? sort.slice(1) : sort
  const equals = { status, policy }
  return {
    search: searchQuestionOf(q ?? ''),
    equals: Object.entries(equals).flatMap(([name, value]) =>
      value === undefined ? [] : [{ column: name, value }],
    ),
    within: withinOf(scope),
    sort: column === 'buyer' ? null : column,
    descending,
  }
}
