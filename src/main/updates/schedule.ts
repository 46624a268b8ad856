/** When the feed is asked by itself: some while after the start, then every few hours. */

/** From 0 to 1: not all computers of a company ask at nine. */
type Random = () => number

const minute = 60_000
/** Signing in and the first pages come first. */
const firstMs = { least: 2 * minute, most: 10 * minute }
const laterMs = { least: 3 * 60 * minute, most: 5 * 60 * minute }
/** There was no network. */
const offlineMs = { least: 10 * minute, most: 20 * minute }

export type Schedule = { readonly stop: () => void }

/**
 * @param options.check asks, and never rejects
 * @param options.isOnline whether it is worth asking
 */
export function startSchedule(options: {
  readonly check: () => Promise<unknown>
  readonly isOnline: () => boolean
  readonly random?: Random | undefined
}): Schedule {
  const { check, isOnline, random = Math.random } = options
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  function after({ least, most }: { readonly least: number; readonly most: number }): void {
    if (stopped) return
    timer = setTimeout(() => void turn(), least + random() * (most - least))
    // The end of the app waits for nothing that is yet to be asked.
    timer.unref()
  }

  async function turn(): Promise<void> {
    const online = isOnline()
    if (online) await check()
    after(online ? laterMs : offlineMs)
  }

  after(firstMs)
  return {
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
