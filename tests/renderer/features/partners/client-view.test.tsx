/** One client's view: whose it is on each page, what is asked for, and the ways within it and out of it. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { WaitingCases } from '../../../../src/renderer/features/collectnet/list/waiting-cases.tsx'
import { BuyersPage } from '../../../../src/renderer/features/insights/buyers/buyers-page.tsx'
import { ToolsPage } from '../../../../src/renderer/features/insights/tools/tools-page.tsx'
import { ClientPage } from '../../../../src/renderer/features/partners/client-page.tsx'
import { AlertsPage } from '../../../../src/renderer/features/servnet/alerts-page.tsx'
import { ApplicationsPage } from '../../../../src/renderer/features/servnet/applications-page.tsx'
import { LimitsPage } from '../../../../src/renderer/features/servnet/limits/limits-page.tsx'
import { PoliciesPage } from '../../../../src/renderer/features/servnet/policies-page.tsx'
import type { Client } from '../../../../src/shared/contract/partners/clients.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import type { ServiceId } from '../../../../src/shared/services.ts'
import { someClients } from '../../../support/clients.ts'
import { icesticks } from '../../support/apply.ts'
import { scriptBuyers } from '../../support/buyers.ts'
import { freshness } from '../../support/credit.ts'
import { answerFromNowOn, callsOf, raiseEvent, signedIn } from '../../support/fake-portal.ts'
import { show, showInShell, visited } from '../../support/stage.tsx'

const answers = (clients: readonly Client[]) => ({
  'partners.client': ({ id }: { id: string }) => {
    const client = clients.find((one) => one.id === id)
    return client === undefined ? failure({ code: 'not_found' }) : success({ client, freshness })
  },
})
const nothing = { items: [], total: 0, kept: 0, isWhole: true }
const noPage = () => success({ page: { items: [], nextCursor: null }, freshness })

let people = 0
const broker = (
  services: ServiceId[] = ['servnet', 'insights', 'collectnet', 'partners'],
): AppState => {
  people += 1
  const user = { username: `viewer${people}`, displayName: null, language: 'fr' as const, services }
  return { ...signedIn, service: 'insights', session: { kind: 'ready', user } }
}

const band = page.getByRole('region', { name: 'Vous voyez la situation de' })

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptBuyers()
  answerFromNowOn({
    ...answers(someClients),
    'credit.limits': () => success({ window: nothing, freshness }),
    'credit.policies': () => success({ policies: [], freshness }),
    'servnet.applications': noPage,
    'servnet.alerts': noPage,
  })
})

test.each([
  ['/insights/buyers', <BuyersPage key="b" />, 'credit.buyers', { filters: { client: 'orsted' } }],
  ['/servnet/limits', <LimitsPage key="l" />, 'credit.limits', { filters: { client: 'orsted' } }],
  [
    '/servnet/applications',
    <ApplicationsPage key="a" />,
    'servnet.applications',
    { client: 'orsted' },
  ],
  ['/servnet/alerts', <AlertsPage key="n" />, 'servnet.alerts', { client: 'orsted' }],
  ['/servnet/policies', <PoliciesPage key="p" />, 'credit.policies', { client: 'orsted' }],
  ['/insights/tools', <ToolsPage key="t" />, 'credit.buyers', { filters: { client: 'orsted' } }],
] as const)('%s asks for that client alone, under its band', async (path, content, call, asked) => {
  await showInShell(content, broker(), `${path}?client=orsted`)
  await expect.element(band).toMatchTextContent(/Ørsted A\/S/u)
  // All policies are fetched ahead, for the pages of no client.
  const asking = () => callsOf(call).filter((input) => JSON.stringify(input) !== '{}')
  await expect.poll(() => asking().length).toBeGreaterThan(0)
  for (const input of asking()) expect(input).toMatchObject(asked)
})

test('of cases that wait on this computer those of the client’s policies alone are there', async () => {
  const at = '2026-11-23T09:00:00.000Z'
  const waiting = (id: string, policyId: string) => ({
    id: `o-${id}`,
    edit: {
      kind: 'enterCase' as const,
      id,
      at,
      documents: [],
      request: {
        policyId,
        buyer: { name: id, country: 'BE' },
        currency: 'EUR',
        invoices: [{ number: '1', issuedOn: '2026-01-05', dueOn: '2026-02-04', amount: '10' }],
      },
    },
    subject: null,
    state: 'waiting' as const,
    queuedAt: at,
    nextAttemptAt: null,
    error: null,
    theirs: null,
  })
  answerFromNowOn({
    'outbox.read': () =>
      success({ items: [waiting('Café de A', 'p-a'), waiting('Café de B', 'p-b')] }),
    'credit.policies': () => success({ policies: [{ ...icesticks, id: 'p-a' }], freshness }),
  })
  await show(<WaitingCases />, broker(), '/collectnet?client=orsted')
  await expect.element(page.getByText('Café de A')).toBeVisible()
  await expect.element(page.getByText('Café de B')).not.toBeInTheDocument()
  await show(<WaitingCases />, broker(), '/collectnet')
  await expect.element(page.getByText('Café de B')).toBeVisible()
})

test('links lead on within the view, a buyer’s page too; “all clients” leads out', async () => {
  await showInShell(<BuyersPage />, broker(), '/insights/buyers?client=orsted')
  const nav = band.getByRole('navigation')
  await expect
    .element(nav.getByRole('link', { name: 'Limites' }))
    .toHaveAttribute('href', '/servnet/limits?client=orsted')
  await expect
    .element(nav.getByRole('link', { name: 'Acheteurs' }))
    .toHaveAttribute('aria-current', 'page')
  await expect.element(page.getByRole('grid')).toBeVisible()
  await userEvent.click(page.getByRole('rowheader').first())
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => visited.at(-1)).toMatch(/^\/insights\/buyers\/\d+\?client=orsted$/u)
  await userEvent.click(band.getByRole('link', { name: 'Tous les clients' }))
  await expect.poll(() => visited.at(-1)).toBe('/partners')
})

test('what narrows the list stands beside whose view it is, and taking it off leaves the view', async () => {
  await showInShell(<BuyersPage />, broker(), '/insights/buyers?client=orsted')
  await userEvent.fill(page.getByRole('searchbox'), 'foods')
  await expect
    .poll(() => new URLSearchParams(visited.at(-1)?.split('?')[1]).get('client'))
    .toBe('orsted')
  await expect
    .poll(() => callsOf('credit.buyers').at(-1))
    .toMatchObject({ filters: { client: 'orsted', q: 'foods' } })
})

test('who has no broker’s service is told so, and sees nothing of anybody', async () => {
  await showInShell(<BuyersPage />, broker(['insights']), '/insights/buyers?client=orsted')
  await expect.element(page.getByText(/réservé à nos courtiers/u)).toBeVisible()
  await expect.element(page.getByRole('grid')).not.toBeInTheDocument()
  expect(callsOf('partners.client')).toEqual([])
  await userEvent.click(page.getByRole('button', { name: 'Voir mes propres données' }))
  await expect.element(page.getByRole('grid')).toBeVisible()
})

test('a grant that ends while one looks takes the page along, and leads back', async () => {
  await showInShell(<BuyersPage />, broker(), '/insights/buyers?client=orsted')
  await expect.element(page.getByRole('grid')).toBeVisible()
  answerFromNowOn(answers([]))
  raiseEvent('resource.changed', { resources: ['clients'] })
  await expect.element(page.getByRole('heading', { name: 'Accès terminé' })).toBeVisible()
  await expect.element(page.getByText(/Rien de ce client n’est gardé ici/u)).toBeVisible()
  await expect.element(page.getByRole('grid')).not.toBeInTheDocument()
  await expect.element(page.getByText('Ørsted', { exact: false })).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('main').getByRole('link', { name: 'Tous les clients' }))
  await expect.poll(() => visited.at(-1)).toBe('/partners')
})

test('a client’s page leads to all that is granted; with Partners alone it says what it takes', async () => {
  await show(<ClientPage />, broker(['servnet', 'partners']), '/partners/clients/orsted')
  await expect
    .element(page.getByRole('link', { name: 'Limites' }))
    .toHaveAttribute('href', '/servnet/limits?client=orsted')
  await expect.element(page.getByRole('link', { name: 'Tableau de bord' })).not.toBeInTheDocument()
})

test('with Partners alone a client’s page says what the rest takes', async () => {
  await show(<ClientPage />, broker(['partners']), '/partners/clients/orsted')
  await expect.element(page.getByText(/il vous faut Atradius Insights ou Serv@Net/u)).toBeVisible()
})

test('a client’s page whose grant ends while one looks shows nothing of it any more', async () => {
  await show(<ClientPage />, broker(), '/partners/clients/orsted')
  await expect.element(page.getByRole('heading', { name: 'Ørsted A/S' })).toBeVisible()
  answerFromNowOn(answers([]))
  raiseEvent('resource.changed', { resources: ['clients'] })
  await expect.element(page.getByText(/ses polices ne vous sont plus ouvertes/u)).toBeVisible()
  await expect.element(page.getByText('Ørsted Wind', { exact: false })).not.toBeInTheDocument()
})
