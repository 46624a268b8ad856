/** What changes with the clock alone: waits, the present, and what has stayed the same for a while. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

/** Often enough that no second is seen twice as long as another. */
const tick = 200

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, tick)
  return () => clearInterval(timer)
}

const never = () => () => undefined

/**
 * Seconds left until `deadline` (milliseconds since the epoch), read from the clock and not counted
 * in ticks, so that a sleeping computer wakes up to the truth. 0 without a deadline or after it.
 */
export function useCountdown(deadline: number | null): number {
  const secondsLeft = useCallback(
    () => (deadline === null ? 0 : Math.max(0, Math.ceil((deadline - Date.now()) / 1000))),
    [deadline],
  )
  return useSyncExternalStore(deadline === null ? never : subscribe, secondsLeft, () => 0)
}

/** How often what is said of the past is said anew, in milliseconds. */
const nowTick = 15_000

function subscribeToNow(listener: () => void): () => void {
  const timer = setInterval(listener, nowTick)
  return () => clearInterval(timer)
}

/** The present, in milliseconds since the epoch: to the tick, so that all who ask in it get the same. */
export function useNow(): number {
  return useSyncExternalStore(subscribeToNow, readNow, readNow)
}

function readNow(): number {
  return Math.floor(Date.now() / nowTick) * nowTick
}

/** `value` once it has stayed the same for `pause` milliseconds: for what follows typing. */
export function useDebounced(value: string, pause: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}

/** Whether `is` has held for `pause` milliseconds without a break: for what is not worth a flash. */
export function useHasLasted(is: boolean, pause: number): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    if (!is) return undefined
    const timer = setTimeout(() => setLasted(true), pause)
    return () => {
      clearTimeout(timer)
      setLasted(false)
    }
  }, [is, pause])
  return is && lasted
}
