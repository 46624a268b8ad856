/** Whether a screen can be used by everyone, as far as axe can find out. */
import type { Page } from '@playwright/test'
import { brokenRules } from '../../support/axe.ts'
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
    const found = await brokenRules(page, { except })
    expect.soft(found, screen).toEqual([])
  })
}
