/** What a person sees of the connection and of what waits, by roles and by its words. */
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { Say } from './texts.ts'

/** The sentence up to where what is filled in begins. */
function begins(say: Say, key: Parameters<Say>[0]): string {
  return say(key, { time: '|', date: '|', count: 1, fileName: '|' }).split('|')[0] ?? ''
}

export const connection = (page: Page, say: Say) => {
  const chip = page.getByRole('banner').getByRole('button')
  const sheet = page.getByRole('dialog', { name: say('offline:sheet.title') })
  const whatever = chip.filter({ has: page.locator('[data-kind]') })
  return {
    /** Whatever it says. */
    chip: whatever,
    online: chip.filter({ hasText: say('offline:chip.online') }),
    offline: chip.filter({ hasText: begins(say, 'offline:chip.offline.today') }),
    sheet,
    /** Presses the chip, and again where its words just became shorter under the press. */
    openSheet: () =>
      expect(async () => {
        if (await sheet.isVisible()) return
        await whatever.click({ timeout: 2_000 })
        await expect(sheet).toBeVisible({ timeout: 2_000 })
      }).toPass(),
    items: sheet.getByRole('listitem'),
    nothingWaits: sheet.getByText(say('offline:outbox.none')),
    /** "Try again", or "Refresh" where the portal was found again meanwhile. */
    tryAgain: sheet
      .getByRole('button', { name: say('offline:check.retry'), exact: true })
      .or(sheet.getByRole('button', { name: say('offline:check.refresh'), exact: true })),
    /** How old what the page shows is. */
    age: page.locator('[data-as-at]').first(),
    /** By a form whose values are not sent yet. */
    pending: page.getByText(begins(say, 'offline:pending.kept')),
    /** By a mark that is not sent yet. */
    mark: page.getByText(say('offline:pending.mark')),
  }
}
