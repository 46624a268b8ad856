/** Whether a screen can be used by everyone, as far as axe can find out. */
import type { Page } from '@playwright/test'
import { brokenRules } from '../../support/axe.ts'
import { expect, test } from './test.ts'

const softly = expect.configure({ soft: true, timeout: 30_000 })

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
    // What is on its way from one state to another is neither: a violation is one that stays.
    await softly.poll(() => brokenRules(page, { except }), { message: screen }).toEqual([])
  })
}
