/**
 * What watches a page from within. The source text of these functions is run by Chromium before any
 * script of the page, so they may use nothing from outside themselves.
 */

/** What a page can be asked afterwards. All times are milliseconds from the start of the navigation. */
export type Probe = {
  /** Settles when the page says that it answers to input; rejects after a minute. */
  readonly wired: Promise<void>
  /** Settles when the page was painted and has had nothing to do twice, two frames apart. */
  readonly quiet: () => Promise<void>
  readonly seen: () => Seen
  /** When each typed character was on screen. */
  readonly typed: Record<string, number>
}

export type Seen = {
  /** When the page was first painted with content. */
  readonly paintedAt: number | null
  /** When the page was painted and the first character that stayed was on screen. */
  readonly typingPossible: number | null
  readonly wiredAt: number | null
  /** Paths of all scripts that were asked for until then. */
  readonly scripts: string[]
}

declare global {
  var bench: Probe
}

/** Puts the probe into the page. */
export function installProbe(): void {
  const typed: Record<string, number> = {}
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function travels alone
  const entry = (type: string, name: string) =>
    new Promise<void>((resolve, reject) => {
      const observer = new PerformanceObserver((list) => {
        if (list.getEntriesByName(name).length === 0) return
        observer.disconnect()
        resolve()
      })
      observer.observe({ type, buffered: true })
      setTimeout(reject, 60_000)
    })
  const wired = entry('mark', 'wired')
  const painted = entry('paint', 'first-contentful-paint')
  // Nobody waits for the inert page to be wired.
  wired.catch(() => undefined)
  globalThis.bench = {
    typed,
    wired,
    quiet: async () => {
      await painted
      await new Promise((resolve) => requestIdleCallback(resolve))
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await new Promise((resolve) => requestIdleCallback(resolve))
    },
    seen: () => {
      const field = document.querySelector<HTMLInputElement>('input[name="username"]')
      const paintedAt = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null
      const stayed = typed[field?.value.charAt(0) ?? '']
      const wiredAt = performance.getEntriesByName('wired')[0]?.startTime ?? null
      return {
        paintedAt,
        typingPossible:
          paintedAt === null || stayed === undefined ? null : Math.max(paintedAt, stayed),
        wiredAt,
        scripts: performance
          .getEntriesByType('resource')
          .filter(({ name, startTime }) => name.endsWith('.js') && startTime < (wiredAt ?? 0))
          .map(({ name }) => new URL(name).pathname),
      }
    },
  }
}

/**
 * Types into the username as a fast typist would, from the first frame that shows the field: a
 * character at most every 50 ms, each different, so that afterwards one sees which have stayed.
 */
export function typeFromTheFirstFrame(): void {
  const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  const pause = 50
  let next = 0
  let last = -pause
  const frame = () => {
    if (next >= alphabet.length) return
    requestAnimationFrame(frame)
    const field = document.querySelector<HTMLInputElement>('input[name="username"]')
    if (field === null || performance.now() - last < pause) return
    last = performance.now()
    if (document.activeElement !== field) field.focus()
    const character = alphabet[next] ?? ''
    next += 1
    document.execCommand('insertText', false, character)
    // A message that is posted before a frame's painting is delivered after it.
    const afterPainting = new MessageChannel()
    afterPainting.port1.addEventListener('message', () => {
      globalThis.bench.typed[character] = performance.now()
      afterPainting.port1.close()
    })
    afterPainting.port1.start()
    afterPainting.port2.postMessage(null)
  }
  requestAnimationFrame(frame)
}

/**
 * Stands for main: says that nobody is signed in. The pages are measured alone; what a round trip
 * to the real main costs is measured on the real host.
 */
export function installStandInBridge(): void {
  const state = {
    version: '0.0.0',
    platform: 'linux',
    language: 'fr',
    portalHost: 'portal.example',
    canStaySignedIn: true,
    serviceRequested: false,
    session: { kind: 'signedOut', username: null, reason: 'none' },
    notices: [],
    service: null,
  }
  const status = {
    connection: { kind: 'online' },
    syncing: false,
    syncedAt: null,
    waiting: 0,
    needsAttention: 0,
  }
  const answers: Record<string, unknown> = { 'app.state': state, 'status.read': status }
  Object.defineProperty(globalThis, 'portal', {
    value: {
      call: (name: string) => Promise.resolve({ ok: true, data: answers[name] ?? {} }),
      on: () => () => undefined,
    },
  })
}
