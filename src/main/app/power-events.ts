/** When the app locks by itself: the person is away, or the computer is. */

/** Of Electron's `powerMonitor`, what this needs. */
type PowerMonitor = {
  on(
    name: 'suspend' | 'resume' | 'lock-screen' | 'user-did-resign-active',
    listener: () => void,
  ): unknown
  /** In seconds, of the whole computer. */
  getSystemIdleTime(): number
}

export type Lockable = {
  /** Locks at once, where a password is set. */
  readonly lock: () => boolean
  /** Null where it does not lock by itself. */
  readonly idleMinutes: () => number | null
  /** Looks whether what is open may still be shown. */
  readonly checkLease: () => Promise<void>
  /** The computer has slept: what is known of the portal is old. */
  readonly awake: () => void
}

/** How often one looks how long nobody has been there, in ms: cheap, and late by no more than this. */
const lookEveryMs = 15_000
/** The lease is counted in hours. */
const looksPerLease = 4

/**
 * Call once the app is ready. The system's events come before it sleeps or shows its own lock, and
 * the lock covers the window before it returns.
 * @param every calls its listener every so many milliseconds
 */
export function listenToPower(
  monitor: PowerMonitor,
  { lock, idleMinutes, checkLease, awake }: Lockable,
  every: (listener: () => void, ms: number) => void,
): void {
  for (const name of ['suspend', 'lock-screen', 'user-did-resign-active'] as const) {
    monitor.on(name, () => void lock())
  }
  monitor.on('resume', () => {
    awake()
    void checkLease()
  })
  let looks = 0
  every(() => {
    const minutes = idleMinutes()
    if (minutes !== null && monitor.getSystemIdleTime() >= minutes * 60) lock()
    looks += 1
    if (looks % looksPerLease === 0) void checkLease()
  }, lookEveryMs)
}
