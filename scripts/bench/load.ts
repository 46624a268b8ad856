/** Load on a server, and what came of it. */
import autocannon from 'autocannon'
import { Failure } from '../lib/failure.mjs'
import { quantile } from './statistics.ts'

export type LoadOptions = {
  readonly url: string
  /** Connections, each with one request under way. */
  readonly inFlight: number
  readonly seconds: number
  /** The requests that connection number `index` sends round and round. */
  readonly requestsOf: (index: number) => autocannon.Request[]
}

export type LoadResult = {
  /** Answers per second. */
  readonly rate: number
  /** Milliseconds that 99 % of the answers kept within. */
  readonly p99: number
}

/**
 * Keeps `inFlight` requests under way for `seconds`.
 * @throws {Failure} where any was refused or lost: a rate of refusals says nothing
 */
export async function applyLoad(options: LoadOptions): Promise<LoadResult> {
  const durations: number[] = []
  const start = performance.now()
  let last = start
  const refused = await new Promise<number>((resolve, reject) => {
    let connection = 0
    const run = autocannon(
      {
        url: options.url,
        connections: options.inFlight,
        duration: options.seconds,
        setupClient: (client) => {
          client.setRequests(options.requestsOf(connection))
          connection += 1
        },
      },
      (error: Error | null, { non2xx, errors, timeouts }) => {
        if (error === null) resolve(non2xx + errors + timeouts)
        else reject(error)
      },
    )
    run.on('response', (_client, _status, _bytes, milliseconds) => {
      durations.push(milliseconds)
      last = performance.now()
    })
  })
  if (refused > 0) {
    throw new Failure(
      `${options.url} refused or lost ${refused} of ${durations.length} requests.`,
      'A rate of refusals says nothing: see what refuses them, then run the bench again.',
    )
  }
  return { rate: (durations.length * 1000) / (last - start), p99: quantile(durations, 0.99) }
}
