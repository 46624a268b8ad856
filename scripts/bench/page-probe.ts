/**
 * What watches a page from within. The source text of these functions is run by Chromium before any
 * script of the page, so they may use nothing from outside themselves.
 */

export type Probe = {
  /** When each typed character was on screen, in milliseconds from the start of the navigation. */
  readonly painted: Record<string, number>
}

declare global {
  var benchProbe: Probe | undefined
  var benchWired: Promise<void> | undefined
}

/** Settles when the page says that it answers to input; rejects after a minute. */
export function watchForWired(): void {
  globalThis.benchWired = new Promise((resolve, reject) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('wired').length === 0) return
      observer.disconnect()
      resolve()
    })
    observer.observe({ type: 'mark', buffered: true })
    setTimeout(reject, 60_000)
  })
}

/**
 * Types into the username as a fast typist would, from the first frame that shows the field: a
 * character at most every 50 ms, each different, so that afterwards one sees which have stayed.
 */
export function typeFromTheFirstFrame(): void {
  const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  const pause = 50
  const painted: Record<string, number> = {}
  globalThis.benchProbe = { painted }
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
      painted[character] = performance.now()
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
    session: { kind: 'signedOut', username: null, reason: 'none' },
    notices: [],
    service: null,
  }
  Object.defineProperty(globalThis, 'portal', {
    value: {
      call: (name: string) =>
        Promise.resolve({ ok: true, data: name === 'app.state' ? state : {} }),
      on: () => () => undefined,
    },
  })
}
