/** Ticking alerts off and reading messages: shown at once, taken back where it could not be kept. */
import {
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import type { RouteInput, RouteOutput } from '../../../shared/contract/routes.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import {
  homeWithHandled,
  homeWithRead,
  withHandled,
  withRead,
  type ReadMessages,
} from '../../../shared/servnet/marks.ts'
import { fetchFromPortal } from '../../common/data/portal.ts'
import { homeQuery, messagesQuery } from './api.ts'

/** What every page of Serv@Net shows is under this key, and changes together. */
const shown = { queryKey: ['servnet'] }

type Tick = { readonly id: string; readonly handled: boolean }

/** Ticks alerts off, and takes the tick away again. */
export function useTick() {
  return useMark<'servnet.setAlertHandled'>('servnet.setAlertHandled', showTick)
}

/** Notes that a message was read. */
export function useRead() {
  return useMark<'servnet.readMessage'>('servnet.readMessage', showRead)
}

/** Notes that all messages were read up to the newest that is shown. */
export function useReadAll() {
  return useMark<'servnet.readAllMessages'>('servnet.readAllMessages', showRead)
}

type Mark = 'servnet.setAlertHandled' | 'servnet.readMessage' | 'servnet.readAllMessages'

function useMark<Name extends Mark & RouteName>(
  name: Name,
  show: (queryClient: QueryClient, input: RouteInput<Name>) => void,
) {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: RouteInput<Name>) => fetchFromPortal(name, input),
    async onMutate(input) {
      // An answer from before the mark would take it away again.
      await queryClient.cancelQueries(shown)
      const before = queryClient.getQueriesData(shown)
      show(queryClient, input)
      return before
    },
    onError(_error, _input, before) {
      for (const [key, data] of before ?? []) queryClient.setQueryData(key, data)
    },
    // Not waited for: a page may be long in coming, and what was marked is known already.
    onSettled: () => void queryClient.invalidateQueries(shown),
  })
  const failure: AppError | null = error?.error ?? null
  return { mark: mutate, busy: isPending, failure }
}

function changeHome(queryClient: QueryClient, how: (home: ServnetHome) => ServnetHome): void {
  queryClient.setQueryData(homeQuery.queryKey, (data) => data && { ...data, home: how(data.home) })
}

function showTick(queryClient: QueryClient, { id, handled }: Tick): void {
  changeHome(queryClient, (home) => homeWithHandled(home, id, handled))
  // Also in the view of a client.
  queryClient.setQueriesData<RouteOutput<'servnet.alert'>>(
    { queryKey: ['servnet', 'alert', id] },
    (data) => data && { ...data, alert: { ...data.alert, handled } },
  )
  queryClient.setQueriesData<InfiniteData<RouteOutput<'servnet.alerts'>>>(
    { queryKey: ['servnet', 'alerts'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map(({ page, ...rest }) => ({
          ...rest,
          page: { ...page, items: withHandled(page.items, id, handled) },
        })),
      },
  )
}

function showRead(queryClient: QueryClient, which: ReadMessages): void {
  changeHome(queryClient, (home) => homeWithRead(home, which))
  queryClient.setQueryData(
    messagesQuery.queryKey,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map(({ page, ...rest }) => ({
          ...rest,
          page: { ...page, items: withRead(page.items, which) },
        })),
      },
  )
}
