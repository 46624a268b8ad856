/** Columns that have room beside each other: those that matter less go where it is scarce. */
import { useLayoutEffect, useState } from 'react'
import type { GridColumn } from './grid-props.ts'

const ranks = { end: 0, second: 1, none: 2 } as const

/**
 * Without those that have no room, the last of the least important first; the first column stays.
 * @param room in rem
 */
export function fittingColumns<Row>(
  columns: readonly GridColumn<Row>[],
  room: number,
): readonly GridColumn<Row>[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  if (whole <= room || columns.length < 2) return columns
  const greatest = Math.max(...columns.slice(1).map(rankOf))
  const gone = columns.findLastIndex((column, place) => place > 0 && rankOf(column) === greatest)
  return fittingColumns(columns.toSpliced(gone, 1), room)
}

function rankOf<Row>({ rank, narrow = 'second' }: GridColumn<Row>): number {
  return rank ?? ranks[narrow]
}

/** How wide `frame` is, in rem; without an end until it is known. */
export function useRoom(frame: HTMLElement | null): number {
  const [room, setRoom] = useState(Infinity)
  useLayoutEffect(() => {
    if (frame === null) return undefined
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const measure = () => setRoom(frame.clientWidth / rem)
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    measure()
    return () => observer.disconnect()
  }, [frame])
  return room
}
