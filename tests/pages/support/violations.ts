/** What axe finds wrong with a page. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * Every violation of a rule, with the elements that break it. `within` looks at those parts alone:
 * behind an open list or dialog the rest of a page is hidden from readers. `colours` asks only what
 * another colour scheme can change.
 */
export async function violations(
  page: Page,
  within: readonly string[] = [],
  rules: 'all' | 'colours' = 'all',
) {
  // Legacy mode opens no second page for each look: it is for frames of other origins.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules === 'colours') axe.withRules(['color-contrast', 'link-in-text-block'])
  for (const selector of within) axe.include(selector)
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
}
