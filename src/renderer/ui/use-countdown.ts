import { useCallback, useSyncExternalStore } from 'react'

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
