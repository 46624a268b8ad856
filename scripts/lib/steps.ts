/** What a command says while it works: a line for each step, with the time it took. */
import { performance } from 'node:perf_hooks'

/** Milliseconds as a person reads them, e.g. `240 ms` or `3.1 s`. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1_000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`
}

/** Runs `work`, then says what was done and how long it took. */
export async function step<Outcome>(
  describe: (outcome: Outcome) => string,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const startedAt = performance.now()
  const outcome = await work()
  console.log(`✓ ${describe(outcome)} (${formatDuration(performance.now() - startedAt)})`)
  return outcome
}
