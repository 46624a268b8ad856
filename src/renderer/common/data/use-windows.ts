import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { createWindows, type ReadWindow, type WindowsView } from './windows.ts'

/**
 * The rows that `read` answers, followed by what main says has changed. Another `read` is another
 * question: its rows take the place of the former ones once they are here.
 * @param changes names of what main keeps that these rows show
 * @param startAt the row that is in view at first
 */
export function useWindows<Row>(
  read: ReadWindow<Row>,
  changes: readonly string[],
  startAt: number | null | undefined = null,
): WindowsView<Row> & { readonly retry: () => void } {
  const [windows] = useState(() => createWindows<Row>())
  const [first] = useState(() => ({ read, startAt: Math.floor(startAt ?? 0) }))
  const ask = useCallback(
    () => windows.ask(read, read === first.read ? first.startAt : 0),
    [windows, read, first],
  )
  useEffect(ask, [ask])
  useEffect(
    () =>
      window.portal.on('resource.changed', ({ resources }) => {
        if (resources.some((name) => changes.includes(name))) windows.refresh()
      }),
    [windows, changes],
  )
  const view = useSyncExternalStore(windows.subscribe, windows.view)
  return { ...view, retry: ask }
}
