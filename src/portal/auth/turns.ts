/** Tasks that belong together take turns; others do not wait for them. */

/** Runs `task` once all that came before it under the same key are over, well or badly. */
export type InOrder = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>

export function createTurns(): InOrder {
  const latest = new Map<string, Promise<unknown>>()
  return async (key, task) => {
    const own = after(latest.get(key), task)
    latest.set(key, own)
    try {
      return await own
    } finally {
      if (latest.get(key) === own) latest.delete(key)
    }
  }
}

async function after<Result>(
  before: Promise<unknown> | undefined,
  task: () => Promise<Result>,
): Promise<Result> {
  await before?.catch(() => undefined)
  return task()
}
