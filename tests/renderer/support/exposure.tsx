/** Exposure's page over a ledger that is kept; whoever opens it is somebody else each time. */
import { page } from 'vitest/browser'
import { ExposurePage } from '../../../src/renderer/features/servnet/exposure/exposure-page.tsx'
import { success } from '../../../src/shared/contract/result.ts'
import type { AppState } from '../../../src/shared/contract/routes.ts'
import type { ExposureView } from '../../../src/shared/contract/servnet/exposure.ts'
import type { LedgerCustomer } from '../../../src/shared/contract/servnet/ledger-customers.ts'
import { ledgerCustomers, ledgerView } from '../../support/ledger.ts'
import { export2, icesticks } from './apply.ts'
import { freshness } from './credit.ts'
import { callsOf, scriptPortal, signedIn } from './fake-portal.ts'
import { show } from './stage.tsx'

let people = 0
/** Nothing is shown of what another looked for. */
const somebody = (): AppState => {
  people += 1
  const user = { username: `controller${people}`, displayName: null, language: 'fr' } as const
  return { ...signedIn, session: { kind: 'ready', user: { ...user, services: ['servnet'] } } }
}

/** These of all customers. */
export const windowOf = (items: readonly LedgerCustomer[]) =>
  success({
    window: { items: [...items], total: items.length, kept: ledgerCustomers.length, isWhole: true },
  })

/** What main keeps of a ledger; null for none. */
export const keeps = (view: ExposureView | null) => ({
  'servnet.exposure': () => success({ view }),
})

/** Main keeps a ledger with customers of every kind. */
export async function scriptExposure(): Promise<void> {
  await page.viewport(1600, 1000)
  scriptPortal({
    ...keeps(ledgerView),
    'servnet.ledgerCustomers': () => windowOf(ledgerCustomers),
    'credit.listView': () => success({ view: { columns: null, density: 'dense' } }),
    'credit.saveListView': () => success({}),
    'credit.policies': () => success({ policies: [icesticks, export2], freshness }),
  })
}

/** @param search of the address, with its `?` */
export const openExposure = (search = '') =>
  show(<ExposurePage />, somebody(), `/servnet/exposure${search}`)

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** The rows of the list as they are read. */
export const rows = () =>
  [...document.querySelectorAll('[role=grid] tbody tr')].map((row) =>
    row.textContent.replaceAll(/\s+/gu, ' '),
  )

/** What the list was asked last. */
export const lastAsked = () => callsOf('servnet.ledgerCustomers').at(-1)
