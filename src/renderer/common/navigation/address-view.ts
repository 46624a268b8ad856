/**
 * What one sees of a page — its period, filters, order — stands in the search part of its address: so
 * it is there again when one goes back, loads the page anew, or unlocks the app. A link to the page
 * alone leads to what one saw there last. Whose view it is stands in the address, or nowhere.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useAppPart } from '../data/app-store.ts'
import { clientFrom, inView } from './client-view.tsx'
import { hasTraversed } from './scroll-places.ts'

/** Where one was in a list. */
export type ListPlace = {
  /** The row that was opened, by its place in the list; null where none was. */
  readonly opened: number | null
  /** The first row that was in view, with what of it was scrolled away; null where only `opened` counts. */
  readonly first: number | null
}

export type LastView = ListPlace & { readonly search: string }

/** What one saw last of a page; null where one has not been there. */
export type LastViewMemory = {
  readonly read: () => LastView | null
  readonly keep: (changes: Partial<LastView>) => void
}

const unmoved: ListPlace = { opened: null, first: null }
/** Of a page that one has not been to. */
export const unseen: LastView = { search: '', ...unmoved }

let owner: string | null = null
let lastViews: ReadonlyMap<string, LastView> = new Map()

/** The last view of a list, for who is signed in and nobody else; kept while the window is open. */
export function useLastView(list: string): LastViewMemory {
  const username = useUsername()
  return useMemo(() => {
    const read = () => (owner === username ? (lastViews.get(list) ?? null) : null)
    return {
      read,
      keep(changes) {
        const others = owner === username ? [...lastViews] : []
        lastViews = new Map([...others, [list, { ...(read() ?? unseen), ...changes }]])
        owner = username
      },
    }
  }, [list, username])
}

function useUsername(): string | null {
  return useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.username : null,
  )
}

/** An entry of the window's history says who it is of: to anybody else its address shows nothing. */
function isOfAnother(entry: unknown, username: string | null): boolean {
  return typeof entry === 'object' && entry !== null && 'of' in entry && entry.of !== username
}

export type AddressView = {
  readonly params: URLSearchParams
  /** With its `?`; empty where there is nothing in it. */
  readonly search: string
  /**
   * Shows something else, to come back from by going back.
   * @param isStep false where it takes the place of what is shown, as each letter that one types does
   */
  readonly change: (params: URLSearchParams, isStep?: boolean) => void
}

/**
 * The view that the address names.
 * @param memory where the last view is kept
 * @param forgets what a link to the page alone does not bring back
 */
export function useAddressView(
  { read, keep }: LastViewMemory,
  forgets: readonly string[] = [],
): AddressView {
  const username = useUsername()
  const [path, navigate] = useLocation()
  const [ownPath] = useState(path)
  const isForeign = isOfAnother(useHistoryState(), username)
  const named = useSearch()
  const [first] = useState(named)
  const [last, setLast] = useState(() =>
    hasTraversed() ? '' : lastSeen(read()?.search ?? '', named, forgets),
  )
  const search = isForeign ? '' : last === '' ? named : last
  const params = useMemo(() => new URLSearchParams(search), [search])
  const change = useCallback(
    (next: URLSearchParams, isStep = true) => {
      const state = { of: username }
      navigate(`${path}${searchOf(next)}`, { replace: !isStep, state })
    },
    [navigate, path, username],
  )
  useLayoutEffect(() => {
    if (last !== '') change(new URLSearchParams(last), false)
  }, [last, change])
  // The address names it by now; a link to the page that one is on leads to what it shows at first.
  if (last !== '' && named !== first) setLast('')
  // The address of a page that one goes to from here says nothing of this one.
  const isHere = path === ownPath
  useEffect(() => {
    if (isHere && read()?.search !== search) keep({ search, ...unmoved })
  }, [isHere, read, keep, search])
  return { params, search: searchOf(params), change }
}

function searchOf(params: URLSearchParams): string {
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** What one saw last, where the address names nothing but whose view it is; empty for nothing to bring back. */
function lastSeen(last: string, named: string, forgets: readonly string[]): string {
  const [params, here] = [new URLSearchParams(last), new URLSearchParams(named)]
  const [client, seen] = [clientFrom(here), clientFrom(params)]
  if (named !== '' && (client === null || here.size > 1)) return ''
  // The policies of one client are none of another's.
  for (const name of [...forgets, 'client', ...(client === seen ? [] : ['policy'])]) {
    params.delete(name)
  }
  return params.size === 0
    ? ''
    : new URLSearchParams({ ...inView(client), ...Object.fromEntries(params) }).toString()
}
