/** A ledger of the demonstration's policyholder, and the way to what it comes to. */
import type { Page } from 'playwright-core'
import { goTo } from './portfolio-flows.ts'
import type { Say } from './texts.ts'

const dayMs = 86_400_000

/**
 * Three customers: a buyer that is known, one that nobody knows, one that owes nothing yet; and a line with no
 * amount. @param now its days are before and after
 */
export function ledgerText(now: Date): string {
  const day = (days: number) => new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10)
  return [
    'Nom du client;Pays;Facture;Date de facture;Échéance;Montant dû;Devise',
    `Gelateria Polare BVBA;BE;2026-041;${day(105)};${day(75)};4.250,00;EUR`,
    `Gelateria Polare BVBA;BE;2026-066;${day(40)};${day(10)};1.180,50;EUR`,
    `Glacier de la Semois SA;BE;2026-071;${day(50)};${day(20)};980,00;EUR`,
    `Sorbets du Rhin GmbH;DE;2026-090;${day(5)};${day(-25)};12.400,00;EUR`,
    `Total;;;;;beaucoup;EUR`,
  ].join('\n')
}

/** From any page by the palette: the ledger that the system's box answers with is opened. */
export async function openLedger(page: Page, say: Say): Promise<void> {
  await goTo(page, say, say('exposure:title'))
  await page.getByRole('button', { name: say('exposure:start.open') }).click()
  await page.getByRole('grid').getByRole('row').nth(1).waitFor()
}
