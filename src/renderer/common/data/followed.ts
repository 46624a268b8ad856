/**
 * What main keeps one state of: read once, and followed by its events for as long as something shows it.
 */
import { useSyncExternalStore } from 'react'
import type { Result } from '../../../shared/contract/result.ts'

type Source<Value> = {
  readonly read: () => Promise<Result<Value>>
  /** Listens to main; the answer ends the listening. */
  readonly follow: (take: (value: Value) => void) => () => void
}

type Followed<Value> = {
  /** Null until main has said it, and again once nothing shows it any more. */
  readonly use: () => Value | null
  readonly take: (value: Value) => void
}

/** Nothing of it outlives the last component that shows it: the next person reads it anew. */
export function followed<Value>({ read, follow }: Source<Value>): Followed<Value> {
  let value: Value | null = null
  let stop: (() => void) | null = null
  const listeners = new Set<() => void>()
  const take = (next: Value | null) => {
    value = next
    for (const listener of listeners) listener()
  }
  const begin = async () => {
    const mine = follow(take)
    stop = mine
    const result = await read()
    // What main has told meanwhile is newer.
    if (result.ok && stop === mine && value === null) take(result.data)
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    if (listeners.size === 1) void begin()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      stop = null
      value = null
    }
  }
  return {
    use: () =>
      useSyncExternalStore(
        subscribe,
        () => value,
        () => null,
      ),
    take,
  }
}
