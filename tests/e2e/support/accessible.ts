/** Whether a screen can be used by everyone, as far as axe can find out. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** Not one violation, but of rules that are named with their reason; `screen` says where. */
export async function expectAccessible(
  page: Page,
  screen: string,
  except: readonly string[] = [],
): Promise<void> {
  await test.step(screen, async () => {
    // Colours on their way from one to another are neither; `finished` waits for them. What turns
    // while something is under way has no end.
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
          .map((animation) => animation.finished),
      ),
    )
    // Legacy mode opens no window of its own, which the app would close at once.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .disableRules([...except])
      .analyze()
    const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    expect.soft(found, screen).toEqual([])
  })
}
