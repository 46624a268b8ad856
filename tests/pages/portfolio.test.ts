import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { failure, success } from '../../src/shared/contract/result.ts'
import { builtPages } from './support/open-page.ts'
import { freshness, portfolio } from './support/portfolio.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { open, visit } = builtPages()

type Scene = {
  readonly name: string
  readonly path: string
  readonly answers?: typeof portfolio
  readonly act?: (page: Page) => Promise<unknown>
}

const nobody = { items: [], total: 0, kept: 250_000, isWhole: true }

const scenes: readonly Scene[] = [
  { name: 'buyers', path: '/insights/buyers' },
  {
    name: 'no buyer found',
    path: '/insights/buyers',
    answers: { 'credit.buyers': success({ window: nobody, freshness }) },
    act: (page) => page.getByRole('searchbox').fill('Zébulon'),
  },
  {
    name: 'the columns of buyers',
    path: '/insights/buyers',
    act: (page) => page.getByRole('button', { name: 'Affichage' }).click(),
  },
  { name: 'a buyer', path: '/insights/buyers/100000' },
  {
    name: 'a buyer that vanished',
    path: '/insights/buyers/1',
    answers: { 'credit.buyerDetail': failure({ code: 'not_found' }) },
  },
  { name: 'tools', path: '/insights/tools' },
  { name: 'clients', path: '/partners' },
  { name: 'a client', path: '/partners/clients/orsted' },
  { name: 'a client’s buyers', path: '/insights/buyers?client=orsted' },
  { name: 'a client’s limits', path: '/servnet/limits?client=orsted' },
  {
    name: 'the view of a client whose grant ended',
    path: '/insights/buyers?client=orsted',
    answers: { 'partners.client': failure({ code: 'not_found' }) },
  },
  { name: 'documents for brokers', path: '/partners/documents' },
  {
    name: 'no document found',
    path: '/partners/documents',
    act: (page) => page.getByRole('searchbox').fill('Zébulon'),
  },
  {
    name: 'clients of who is no broker',
    path: '/partners',
    answers: { 'partners.clients': failure({ code: 'forbidden' }) },
  },
]

it.each(scenes)(
  '$name: no violation that axe knows, nor anything to scroll sideways for at 400 % zoom',
  async ({ path, answers = {}, act }) => {
    const page = await visit(path, { answers: { ...portfolio, ...answers } })
    await act?.(page)
    expect(await violations(page)).toEqual([])
    expect(await widerThanSmallWindow(page)).toBe(0)
  },
)

it('at a zoom of 200 % the keyboard and the scroll bar still reach the last of 250,000 rows', async () => {
  const { page } = await open('/insights/buyers', {
    answers: portfolio,
    // A zoomed window has as many pixels, and half as many of the style sheets'.
    context: { viewport: { width: 800, height: 600 }, deviceScaleFactor: 2 },
  })
  const last = page.locator('tr[aria-rowindex="250001"]')
  await page.getByRole('grid').waitFor()
  await page.getByRole('searchbox').press('ArrowDown')
  await page.keyboard.press('Control+End')
  await expect.poll(() => last.locator(':focus').count()).toBe(1)
  await page.keyboard.press('Control+Home')
  await expect.poll(() => last.count()).toBe(0)
  await page.evaluate(() => {
    const scroller = document.querySelector('[role=grid]')?.parentElement
    if (scroller) scroller.scrollTop = scroller.scrollHeight
  })
  await expect.poll(async () => (await last.boundingBox())?.y ?? Infinity).toBeLessThan(600)
})
