/** What goes on by itself, and what the end of the app waits for. */
export type BackgroundWork = {
  /** Answers as `work` does; a failure of it is no failure here. */
  readonly run: <Data>(work: Promise<Data>) => Promise<Data>
  /** Resolves when nothing is under way, that which followed from it included. */
  readonly settled: () => Promise<void>
}

/** Keeps what is under way in sight, so that its end can be waited for. */
export function createBackgroundWork(): BackgroundWork {
  const pending = new Set<Promise<unknown>>()

  async function settled(): Promise<void> {
    if (pending.size === 0) return
    await Promise.all(pending)
    await settled()
  }

  return {
    run(work) {
      const done = work.catch(() => undefined).finally(() => pending.delete(done))
      pending.add(done)
      return work
    },
    settled,
  }
}
