/** Failures that pass by themselves: the call is made again at once, so that nobody hears of them. */
import pRetry from 'p-retry'
import { failure, type AppError, type Result } from '../../shared/contract/result.ts'

const retries = { retries: 2, minTimeout: 200, maxTimeout: 1_000, randomize: true }

/** Failures that often pass within a second. A time limit that ran out is not: one has waited. */
const passing = new Set<AppError['code']>(['portal_unreachable', 'unavailable'])
/**
 * Whether to try again at once: not where the portal has said for how long it wants to be left. What it is
 * still at, since an answer was lost, it will soon be through with.
 */
const isPassing = ({ code, retryAfter }: AppError) =>
  code === 'in_progress' || (passing.has(code) && retryAfter === undefined)

class PassingFailure extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

/**
 * Makes a call that can be made twice without harm: at most three times, within about two seconds.
 * @throws what `attempt` throws; it is not made again then
 */
export async function repeat<Data>(attempt: () => Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await pRetry(async () => {
      const result = await attempt()
      if (!result.ok && isPassing(result.error)) throw new PassingFailure(result.error)
      return result
    }, retries)
  } catch (error) {
    if (error instanceof PassingFailure) return failure(error.error)
    throw error
  }
}
