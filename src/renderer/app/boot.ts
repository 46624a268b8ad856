/**
 * The only script that runs before the first paint: a few hundred bytes. It holds back what a person
 * does early; once the page is on screen it starts the app and fetches what the first frame does
 * without.
 */
import { holdEarlyInput } from './early-input.ts'

/** A hidden window paints no frames; the app must start all the same. */
const longestWaitForPaint = 500

let started = false

function startOnce() {
  if (started) return
  started = true
  void import('./start.tsx').then(({ start }) => start())
  void finishTheLook()
}

/**
 * The first frame has a system font and no drawings. `data-painted` on the document tells the style
 * sheets that the rest may come: the typeface, once it is there, and with it the drawings, so that
 * the page is laid out and painted once more and not twice.
 */
async function finishTheLook(): Promise<void> {
  // Without its file the page keeps the system's font; main is told of what is missing.
  await document.fonts.load("1em 'Hanken Grotesk'").catch(() => [])
  document.documentElement.dataset['painted'] = ''
}

holdEarlyInput()
requestAnimationFrame(() => setTimeout(startOnce))
setTimeout(startOnce, longestWaitForPaint)
