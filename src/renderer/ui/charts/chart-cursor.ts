import { useState, type KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
}

/**
 * The value of a chart that one looks at: by the keyboard, for which the chart is one stop and its
 * values are gone through with the arrow keys, or under the pointer. Null for none.
 * @param start the value that the keyboard begins at
 */
export function useChartCursor(count: number, start: number) {
  const [at, setAt] = useState<number | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    // What stands in the chart, a link for instance, keeps its own keys.
    if (step === undefined || event.target !== event.currentTarget) return
    event.preventDefault()
    setAt(Math.min(count - 1, Math.max(0, (at ?? start) + step)))
  }
  return {
    at,
    point: setAt,
    stop: {
      tabIndex: 0,
      onKeyDown,
      onFocus: (event: { readonly target: unknown; readonly currentTarget: unknown }) => {
        if (event.target === event.currentTarget) setAt((now) => now ?? start)
      },
      onBlur: () => setAt(null),
      onPointerLeave: () => setAt(null),
    },
  }
}
