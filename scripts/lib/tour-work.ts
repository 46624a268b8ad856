/** The tour's look at a working day: exposure, a month for the board, a supposition, a case, and a broker's client. */
import type { Page } from 'playwright-core'
import { openLedger } from '../../tests/e2e/support/exposure-flows.ts'
import { goTo } from '../../tests/e2e/support/portfolio-flows.ts'
import { home, regular, signIn, signOut } from '../../tests/e2e/support/flows.ts'
import type { Say } from '../../tests/e2e/support/texts.ts'
import type { Show } from './pictures.ts'

type WorkTour = { readonly say: Say; readonly show: Show }

const broker = { username: 'luc.courtier', password: 'Courtage-En-Confiance-2026!' }
const client = 'Brasserie du Hoyoux SA'

/** Begins where nobody is signed in, and ends there. */
export async function lookAtWork(tour: WorkTour, page: Page): Promise<void> {
  const { say } = tour
  await signIn(page, say, regular.fr)
  await home(page, say).menu.waitFor()
  await lookAtExposure(tour, page)
  await lookAtMonth(tour, page)
  await lookAtCase(tour, page)
  await signOut(page, say)
  await lookAtClient(tour, page)
  await signOut(page, say)
}

async function lookAtExposure({ say, show }: WorkTour, page: Page): Promise<void> {
  await show('exposure', page, () => openLedger(page, say))
  await show('exposure-customer', page, async () => {
    await page.getByRole('grid').getByRole('row', { name: 'Gelateria Polare' }).click()
    await page.getByText(say('exposure:deliveries.title')).waitFor()
  })
}

async function lookAtMonth({ say, show }: WorkTour, page: Page): Promise<void> {
  await show('month-pack', page, async () => {
    await goTo(page, say, say('monthPack:title'))
    await page.getByRole('heading', { name: say('monthPack:concentration.largest') }).waitFor()
  })
  await show('what-if', page, async () => {
    await goTo(page, say, say('whatIf:title'))
    await page.getByLabel(say('whatIf:cut.which'), { exact: true }).selectOption('policy')
    await page.getByLabel(say('whatIf:choice.policy'), { exact: true }).selectOption('17386')
    await page.getByLabel(say('whatIf:cut.percent')).fill('50')
    await page.keyboard.press('Enter')
    await page.getByText(say('whatIf:markText')).waitFor()
  })
}

async function lookAtCase({ say, show }: WorkTour, page: Page): Promise<void> {
  const cases = page.getByRole('grid').getByRole('row')
  await show('cases', page, async () => {
    await home(page, say)
      .menu.getByRole('link', { name: say('services:collectnet.name') })
      .click()
    await cases.nth(1).waitFor()
  })
  await show('case', page, async () => {
    await cases.nth(1).click()
    await page.getByRole('heading', { name: say('cases:documents.title') }).waitFor()
  })
}

async function lookAtClient({ say, show }: WorkTour, page: Page): Promise<void> {
  await show('clients', page, async () => {
    // The former person's service is remembered: a broker has others.
    await signIn(page, say, broker)
    await home(page, say)
      .menu.getByRole('link', { name: say('services:partners.name') })
      .click()
    await page.getByRole('grid').getByRole('row', { name: client }).waitFor()
  })
  await show('client', page, async () => {
    await page.getByRole('grid').getByRole('row', { name: client }).click()
    await page.getByRole('heading', { level: 1, name: client }).waitFor()
  })
  await show('client-buyers', page, async () => {
    await page
      .getByRole('main')
      .getByRole('link', { name: say('partners:view.pages.buyers') })
      .click()
    await page.getByRole('grid').getByRole('row').nth(1).waitFor()
  })
  await show('partner-documents', page, async () => {
    await goTo(page, say, say('palette:entries.partnerDocuments'))
    await page.getByRole('searchbox').waitFor()
  })
}
