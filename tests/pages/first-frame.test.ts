/** What the first frame does without, and that next to nothing moves when it comes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/languages.ts'
import { builtPages, holdScripts } from './support/open-page.ts'

const { open } = builtPages()

/** A line of text with what rounding adds, in pixels. */
const line = 28
const fontFiles = '**/assets/hanken-*.woff2'

async function painted(page: Page): Promise<void> {
  await page.locator('html[data-painted]').waitFor({ state: 'attached' })
}

/** The family that text has and the drawing beside it, as the style sheets have them now. */
const lookOf = (page: Page) =>
  page.evaluate(() => {
    const header = document.querySelector('header')
    return {
      font: getComputedStyle(document.body).fontFamily.split(', ')[0],
      hasRoad: header !== null && getComputedStyle(header).backgroundImage.includes('night-road'),
      isFontThere: document.fonts.check("1em 'Hanken Grotesk'"),
    }
  })

describe.each(['/', '/sign-in'])('the first frame of %s', (path) => {
  it('needs one style sheet, and neither font nor drawing', async () => {
    const asked: string[] = []
    await open(path, {
      context: { javaScriptEnabled: false },
      untilWired: false,
      prepare: async (page) => {
        page.on('request', (request) => asked.push(request.resourceType()))
      },
    }).then(({ page }) => page.waitForLoadState('load'))
    expect(asked).toEqual(['document', 'stylesheet'])
  })

  it('is followed by the typeface and the road, before the app has started', async () => {
    const { page } = await open(path, { untilWired: false, prepare: holdScripts })
    await painted(page)
    expect(await lookOf(page)).toEqual({
      font: '"Hanken Grotesk"',
      hasRoad: true,
      isFontThere: true,
    })
    expect(await page.locator('html[data-wired]').count()).toBe(0)
  })

  it('is followed by the road and the app also where the font’s file is missing', async () => {
    const { page } = await open(path, {
      prepare: (opened) => opened.route(fontFiles, (route) => route.abort()),
    })
    await painted(page)
    expect(await lookOf(page)).toMatchObject({ hasRoad: true, isFontThere: false })
  })
})

/**
 * Arimo has Arial's widths. Not every machine that runs the tests has either, so the sheet is given
 * Arimo where it asks the system.
 */
async function installArial(page: Page): Promise<void> {
  const arimo = join(import.meta.dirname, '../../node_modules/@fontsource/arimo/files')
  await page.route('**/assets/start-*.css', async (route) => {
    const response = await route.fetch()
    const sheet = await response.text()
    const body = sheet
      .replace(/local\("?Arial"?\)/, 'url(/assets/arial-400.woff2)')
      .replace(/local\("?Arial Bold"?\)/, 'url(/assets/arial-700.woff2)')
    await route.fulfill({ response, body })
  })
  await page.route('**/assets/arial-*.woff2', async (route) => {
    const [, weight] = /arial-(\d+)/.exec(route.request().url()) ?? []
    const body = await readFile(join(arimo, `arimo-latin-${weight}-normal.woff2`))
    await route.fulfill({ body, contentType: 'font/woff2' })
  })
}

const placesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll(':not(svg *, option)')].map((element) => {
      const { left, top, height } = element.getBoundingClientRect()
      return { what: `${element.tagName} ${element.textContent.slice(0, 30)}`, left, top, height }
    }),
  )

const documents = languages.flatMap((language) =>
  ['/', '/sign-in'].flatMap((path) => [1280, 800].map((width) => ({ language, path, width }))),
)

it.each(documents)(
  '$path in $language, $width wide: the typeface moves no more than a line',
  async (shown) => {
    const { language, path, width } = shown
    const font = Promise.withResolvers<void>()
    const { page } = await open(path, {
      language,
      context: { viewport: { width, height: 800 } },
      untilWired: false,
      prepare: async (opened) => {
        await holdScripts(opened)
        await installArial(opened)
        await opened.route(fontFiles, async (route) => {
          await font.promise
          await route.continue()
        })
      },
    })
    await page.waitForLoadState('domcontentloaded')
    const standIns = await page.evaluate(async () => {
      const faces = ["400 1em 'Hanken Fallback'", "700 1em 'Hanken Fallback'"]
      return (await Promise.all(faces.map((face) => document.fonts.load(face)))).flat().length
    })
    expect(standIns).toBe(2)
    const before = await placesOf(page)
    font.resolve()
    await painted(page)
    const after = await placesOf(page)
    // What ends at the right, or stands beside a text, begins less than a letter's width aside. Widths
    // that are alike on the whole can still break one line elsewhere; never more than that.
    const moved = after.flatMap(({ what, left, top, height }, index) => {
      const { left: x = NaN, top: y = NaN, height: h = NaN } = before[index] ?? {}
      const [aside, down, taller] = [left - x, top - y, height - h]
      const isStill = Math.abs(aside) < 8 && Math.abs(down) < line && Math.abs(taller) < line
      return isStill ? [] : [{ what, aside, down, taller }]
    })
    expect(moved).toEqual([])
  },
)
