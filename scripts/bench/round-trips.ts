/** What one question to main costs a page, next to the least that such a question can cost. */
import type { CDPSession, Page } from 'playwright-core'
import type { PortalBridge } from '../../src/shared/contract/routes.ts'

/** So many questions in a row are timed at once: a page's clock is coarse. */
const questionsAtOnce = 10

declare global {
  // oxlint-disable-next-line no-var -- only `var` declares a property of the global object
  var portal: PortalBridge
  // oxlint-disable-next-line no-var -- see above
  var benchAsk: (text: string) => void
  // oxlint-disable-next-line no-var -- see above
  var benchAnswered: (() => void) | undefined
}

/** A binding of the browser that answers at once: no schema, no sender to check, no promise kept. */
async function exposeBareBinding(session: CDPSession): Promise<void> {
  session.on('Runtime.bindingCalled', ({ name, executionContextId: contextId }) => {
    if (name !== 'benchAsk') return
    const expression = 'globalThis.benchAnswered?.()'
    void session.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined)
  })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'benchAsk' })
}

/** Milliseconds of one `app.state` through bridge, router and schemas. Runs in the page. */
async function timeBridge(questions: number): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < questions; index += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other is the point
    await globalThis.portal.call('app.state', {})
  }
  return (performance.now() - start) / questions
}

/** Milliseconds of one question to the bare binding. Runs in the page. */
async function timeBinding(questions: number): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < questions; index += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other is the point
    await new Promise<void>((resolve) => {
      globalThis.benchAnswered = resolve
      globalThis.benchAsk('')
    })
  }
  return (performance.now() - start) / questions
}

export type RoundTrips = { readonly bridge: number[]; readonly bare: number[] }

/** Asks both, turn by turn, after a first turn that is not counted; milliseconds a question. */
export async function measureRoundTrips(page: Page, turns: number): Promise<RoundTrips> {
  const session = await page.context().newCDPSession(page)
  await exposeBareBinding(session)
  const times: RoundTrips = { bridge: [], bare: [] }
  for (let turn = -1; turn < turns; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- turn by turn is the point
    const bridge = await page.evaluate(timeBridge, questionsAtOnce)
    // oxlint-disable-next-line no-await-in-loop -- see above
    const bare = await page.evaluate(timeBinding, questionsAtOnce)
    if (turn < 0) continue
    times.bridge.push(bridge)
    times.bare.push(bare)
  }
  await session.detach()
  return times
}
