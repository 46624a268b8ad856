/**
 * The only script that runs before the first paint: a few hundred bytes. It holds back what a person
 * does early and starts the app once the page is on screen.
 */
import { holdEarlyInput } from './early-input.ts'

/** A hidden window paints no frames; the app must start all the same. */
const longestWaitForPaint = 500

let started = false

function startOnce() {
  if (started) return
  started = true
  void import('./start.tsx').then(({ start }) => start())
}

holdEarlyInput()
requestAnimationFrame(() => setTimeout(startOnce))
setTimeout(startOnce, longestWaitForPaint)
