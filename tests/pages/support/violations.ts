/** What axe finds wrong with a page. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * Every violation of a rule, with the elements that break it. `within` looks at those parts alone:
 * behind an open list or dialog the rest of a page is hidden from readers.
 */
export async function violations(page: Page, within: readonly string[] = []) {
  // Legacy mode opens no second page for each look: it is for frames of other origins.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  for (const selector of within) axe.include(selector)
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
}
