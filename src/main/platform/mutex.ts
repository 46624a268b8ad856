/** One piece of work at a time, in the order in which it was asked for. */
export type Mutex = {
  /** Answers as `work` does, also where it throws; a failure does not keep others from their turn. */
  readonly run: <Data>(work: () => Promise<Data>) => Promise<Data>
  /** Resolves when all that has been asked for so far is done. */
  readonly settled: () => Promise<void>
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    },
    async settled() {
      await last
    },
  }
}
