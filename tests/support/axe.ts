/** What axe finds wrong with a page: put into it once, and run there, however often a page is looked at. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- the browser's own type is merged
  interface Window {
    axe?: typeof axe
  }
}

export type BrokenRule = {
  readonly id: string
  /** The elements that break it. */
  readonly at: readonly string[]
}

/** The rules that a page breaks as it stands now. */
export async function brokenRules(
  page: Page,
  options: {
    /** These alone; left out, all of them. */
    readonly rules?: readonly string[]
    readonly except?: readonly string[]
    /** Selectors of the parts that are looked at; none for the whole page. */
    readonly within?: readonly string[]
  } = {},
): Promise<readonly BrokenRule[]> {
  const { rules, except = [], within = [] } = options
  const isThere = await page.evaluate(() => window.axe !== undefined)
  if (!isThere) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ include, run }) => {
      if (window.axe === undefined) throw new Error('axe is not in the page')
      const context = include.length === 0 ? document : { include }
      const { violations } = await window.axe.run(context, run)
      return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
    },
    {
      include: within.map((selector) => [selector]),
      run: {
        resultTypes: ['violations' as const],
        rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
        ...(rules && { runOnly: [...rules] }),
      },
    },
  )
}
