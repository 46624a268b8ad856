/** Typing ahead: the row whose name begins as one types comes into view. */
import { useRef } from 'react'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import type { GridRows } from './grid-props.ts'

/** After how long without a key one begins anew, in milliseconds. */
const pause = 1_000

/** Takes in what one types, a key at a time; answers all that was typed without a pause. */
export function useTyped() {
  const typed = useRef({ text: '', at: 0 })
  const take = (key: string, now: number): string => {
    const isFresh = now - typed.current.at > pause
    typed.current = { text: isFresh ? key : typed.current.text + key, at: now }
    return typed.current.text
  }
  /** A space belongs to what is being typed; by itself it selects. */
  const isTyping = (now: number) => typed.current.text !== '' && now - typed.current.at <= pause
  const forget = () => {
    typed.current = { text: '', at: 0 }
  }
  return { take, isTyping, forget }
}

/**
 * The next row, from `start` on and around, whose name begins with `text`: of those that are here. The
 * same letter again and again goes from one to the next.
 * @returns -1 where there is none
 */
export function rowBeginning<Row>(
  text: string,
  start: number,
  { total, at }: Pick<GridRows<Row>, 'total' | 'at'>,
  nameOf: (row: Row) => string,
): number {
  const letters = foldLetters(text)
  const [, repeated] = /^(.)\1*$/u.exec(letters) ?? []
  const sought = repeated ?? letters
  const from = Math.max(0, start) + (repeated === undefined ? 0 : 1)
  for (let step = 0; step < total; step += 1) {
    const index = (from + step) % total
    const row = at(index)
    if (row !== undefined && foldLetters(nameOf(row)).startsWith(sought)) return index
  }
  return -1
}
