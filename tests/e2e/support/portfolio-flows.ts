/** What a person does with the portfolio, in Insights and in Serv@Net. */
import type { Page } from 'playwright-core'
import { home } from './flows.ts'
import type { Say } from './texts.ts'

/** Opens the list of policies, from which everything of Serv@Net's « Produits » is reached. */
export async function openProducts(page: Page, say: Say): Promise<void> {
  await home(page, say)
    .menu.getByRole('link', { name: say('servnet:menu.products') })
    .click()
}

/** A company that no portfolio knows, and what is asked for on it. */
export type Described = {
  readonly company: string
  /** As the country is called in the app's language. */
  readonly country: string
  /** As typed, in the policy's currency. */
  readonly amount: string
}

/** Applies for a limit on a company that is described, up to the last move: nothing is sent yet. */
export async function describeApplication(page: Page, say: Say, asked: Described): Promise<void> {
  await openProducts(page, say)
  await page.getByRole('link', { name: say('products:apply') }).click()
  await page.getByRole('button', { name: say('apply:who.describe') }).click()
  await page.getByLabel(say('apply:who.name')).fill(asked.company)
  await page.getByRole('combobox', { name: say('apply:who.country') }).fill(asked.country)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: say('apply:goOn') }).click()
  await page.getByLabel(say('apply:howMuch.amount')).fill(asked.amount)
  await page.getByText(say('apply:howMuch.days', { count: 30 }), { exact: true }).click()
  await page.getByRole('button', { name: say('apply:goOn') }).click()
}

export const application = (page: Page, say: Say) => ({
  send: page.getByRole('button', { name: say('apply:check.send') }),
  sent: page.getByRole('heading', { name: say('apply:sent.title') }),
  follow: page.getByRole('link', { name: say('apply:sent.follow') }),
  decided: page.getByRole('heading', { name: say('products:applications.decided') }),
})

/** A page or an action by its name in the palette. */
export async function goTo(page: Page, say: Say, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: say('shell:search') })
    .click()
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  // Help may have a topic of the same name, which comes last.
  await page.getByRole('option', { name, exact: true }).first().click()
}
