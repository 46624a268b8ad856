/** What a person sees of the connection and of what waits, by roles and by its words. */
import type { Page } from 'playwright-core'
import type { Say } from './texts.ts'

/** The sentence up to where what is filled in begins. */
function begins(say: Say, key: Parameters<Say>[0]): string {
  return say(key, { time: '|', date: '|', count: 1, fileName: '|' }).split('|')[0] ?? ''
}

export const connection = (page: Page, say: Say) => {
  const chip = page.getByRole('banner').getByRole('button')
  const sheet = page.getByRole('dialog', { name: say('offline:sheet.title') })
  return {
    /** Whatever it says. */
    chip: chip.filter({ has: page.locator('[data-kind]') }),
    online: chip.filter({ hasText: say('offline:chip.online') }),
    offline: chip.filter({ hasText: begins(say, 'offline:chip.offline.today') }),
    sheet,
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
