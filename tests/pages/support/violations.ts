/** What is wrong with a page for those who do not see it as others do: by axe, and on a small window. */
import type { Page } from 'playwright-core'
import { brokenRules, type BrokenRule } from '../../support/axe.ts'

const looks = [
  { look: 'light', colorScheme: 'light', forcedColors: 'none' },
  { look: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  // The system's few colours in the place of the app's, as with Windows' contrast themes.
  { look: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const
type Look = (typeof looks)[number]['look']

/** The rules that depend on colours; what all others look at is the same in every look. */
const rulesOfColours = ['color-contrast', 'link-in-text-block']

export type Violation = BrokenRule & { readonly look: Look }

/**
 * Every violation of a rule of axe in any look, with the elements that break it. The page takes one
 * look after the other as it stands, as it does when the system changes. `within` looks at those
 * parts alone: behind an open list or dialog the rest of a page is hidden from readers.
 */
export async function violations(
  page: Page,
  within: readonly string[] = [],
): Promise<readonly Violation[]> {
  const found: Violation[] = []
  for (const { look, ...media } of looks) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other, of the same page
    await page.emulateMedia(media)
    const rules = look === 'light' ? {} : { rules: rulesOfColours }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const broken = await brokenRules(page, { ...rules, within })
    found.push(...broken.map((rule) => ({ look, ...rule })))
  }
  return found
}

/** By how many pixels a page is wider than a window of 320, which is one of 1280 at 400 % zoom. */
export async function widerThanSmallWindow(page: Page): Promise<number> {
  await page.setViewportSize({ width: 320, height: 640 })
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { documentElement: root } = document
    return { scrollWidth: root.scrollWidth, clientWidth: root.clientWidth }
  })
  return scrollWidth - clientWidth
}
