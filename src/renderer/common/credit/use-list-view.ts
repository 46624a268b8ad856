import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListView } from '../../../shared/contract/credit/routes.ts'
import type { RouteInput } from '../../../shared/contract/routes.ts'
import { callPortal, fetchFromPortal } from '../data/portal.ts'

type ListName = RouteInput<'credit.listView'>['list']

const listViewQuery = (list: ListName) =>
  queryOptions({
    queryKey: ['credit', 'list-view', list],
    queryFn: () => fetchFromPortal('credit.listView', { list }),
    staleTime: Infinity,
  })

/** What one begins with, and what holds where it cannot be read. */
const first: ListView = { columns: null, density: 'dense' }

/**
 * How the person wants to see a list; null until that is known. `change` shows at once and is
 * remembered.
 */
export function useListView(list: ListName) {
  const queryClient = useQueryClient()
  const query = listViewQuery(list)
  const { data, isError } = useQuery(query)
  const view = data?.view ?? (isError ? first : null)
  const change = (changes: Partial<ListView>) => {
    const next = { ...(view ?? first), ...changes }
    queryClient.setQueryData(query.queryKey, { view: next })
    void callPortal('credit.saveListView', { list, view: next })
  }
  return { view, change }
}
