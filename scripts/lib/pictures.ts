/** Pictures of the app, each of a step that was just performed. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Page } from 'playwright-core'
import { Failure } from './failure.mjs'
import { formatDuration } from './steps.ts'

/**
 * Performs one step, says how long it took, and leaves the picture.
 * @throws {Failure} naming the picture of where it stopped
 */
export type Show = (name: string, page: Page, act: () => Promise<void>) => Promise<void>

/** CSS pixels of a picture, higher where the page is; drawn for high-resolution screens. */
const view = { height: 840, deviceScaleFactor: 2 }

/** Runs in the page. What is still loading moves without end. */
const atRest = () =>
  document.fonts.status === 'loaded' &&
  document.getAnimations().every(({ playState }) => playState !== 'running')

/** Resolves once fonts have loaded and nothing on the page moves. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(atRest)
  // The end of one movement may have started another, which shows two frames later.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await page.waitForFunction(atRest)
}

/** Leaves a picture of the whole page, as a window of its height would show it. */
async function takePicture(page: Page, path: string, width: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const resize = (height: number) =>
    devtools.send('Emulation.setDeviceMetricsOverride', { ...view, width, height, mobile: false })
  const fit = async (height: number, tries = 4): Promise<void> => {
    await resize(height)
    await settled(page)
    const needed = await page.evaluate(() => {
      scrollTo(0, 0)
      return document.documentElement.scrollHeight
    })
    // In a higher window a page may begin lower, and need more.
    if (needed > height && tries > 1) await fit(needed, tries - 1)
  }
  await devtools.send('Emulation.setScrollbarsHidden', { hidden: true })
  // Away from whatever lies below the pointer, which would look as if it were chosen.
  await page.mouse.move(0, 0)
  await fit(view.height)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
  writeFileSync(path, data, 'base64')
  // The window has its own size again.
  await devtools.detach()
}

/**
 * Numbers the pictures, and puts them into `folder`; `portalLog` is kept beside one that failed.
 * @param width of the pictures, in CSS pixels
 */
export function createShow(folder: string, portalLog: string, width: number): Show {
  let number = 0
  return async (name, page, act) => {
    number += 1
    const file = `${String(number).padStart(2, '0')}-${name}.png`
    const startedAt = performance.now()
    try {
      await act()
    } catch (error) {
      const picture = join(folder, `failed-at-${file}`)
      await page.screenshot({ path: picture }).catch(() => {})
      const log = join(folder, 'portal.log')
      copyFileSync(portalLog, log)
      const why = error instanceof Error ? error.message : String(error)
      throw new Failure(
        `The tour stopped before ${file}: ${stripVTControlCharacters(why)}`,
        `What the app showed then is in ${picture}, what the portal said in ${log}.`,
      )
    }
    const time = formatDuration(performance.now() - startedAt)
    await takePicture(page, join(folder, file), width)
    console.log(`  ${file.padEnd(34)} ${time}`)
  }
}
