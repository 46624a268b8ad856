import type { AppError } from '../../../shared/contract/result.ts'

const times = new WeakMap<AppError, number>()

/** When a failure was first shown, in milliseconds since the epoch: what it says to wait counts from then. */
export function failureTime(error: AppError): number {
  const time = times.get(error) ?? Date.now()
  times.set(error, time)
  return time
}
