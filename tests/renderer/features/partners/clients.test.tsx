/** A broker's clients, and the page of one. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DashboardPage } from '../../../../src/renderer/features/insights/dashboard/dashboard-page.tsx'
import { ClientPage } from '../../../../src/renderer/features/partners/client-page.tsx'
import { ClientsPage } from '../../../../src/renderer/features/partners/clients-page.tsx'
import type { Client } from '../../../../src/shared/contract/partners/clients.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import type { Language } from '../../../../src/shared/languages.ts'
import { someClients } from '../../../support/clients.ts'
import { freshness } from '../../support/credit.ts'
import { answerOf, guideDashboard } from '../../support/dashboard.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { scriptInsights } from '../../support/insights.tsx'
import { show, showInShell, visited } from '../../support/stage.tsx'

const answers = (clients: readonly Client[], isWhole = true) => ({
  'partners.clients': () => success({ clients: [...clients], isWhole, freshness }),
  'partners.client': ({ id }: { id: string }) => {
    const client = clients.find((one) => one.id === id)
    return client === undefined ? failure({ code: 'not_found' }) : success({ client, freshness })
  },
})

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal(answers(someClients))
})

/** Each time somebody else, to whom nothing is shown of what another typed. */
let people = 0
const somebody = (language: Language): AppState => {
  people += 1
  const user = { username: `broker${people}`, displayName: null, language, services: [] }
  return { ...signedIn, language, session: { kind: 'ready', user } }
}
const showList = (language: Language = 'fr') =>
  show(<ClientsPage />, somebody(language), '/partners')
const rows = () =>
  [...document.querySelectorAll('[role=grid] tbody tr')].map((row) =>
    row.textContent.replaceAll(/\s+/gu, ' '),
  )
const names = () =>
  [...document.querySelectorAll('[role=grid] tbody tr bdi')].map((name) => name.textContent)
const search = page.getByRole('searchbox')

const showClient = (id: string) => show(<ClientPage />, signedIn, `/partners/clients/${id}`)

describe('the list of clients', () => {
  test('has each with its country, policies and figures; what is not known is a dash', async () => {
    await showList()
    await expect.poll(() => rows().length).toBe(3)
    expect(rows()[0]).toMatch(/Brasserie du Hoyoux SA.*Belgique.*1.*1 250 000.*57 %.*43.*35 000/u)
    expect(rows()[1]).toMatch(/L’Atelier de la Vesdre SRL.*90 000–––/u)
    expect(rows()[2]).toMatch(/Ørsted A\/S.*Danemark.*2.*9 007 199 254 740 993/u)
    await expect.element(page.getByText('3 clients')).toBeVisible()
  })

  test.each([
    ['orsted', ['Ørsted A/S']],
    ["L'ATELIER", ['L’Atelier de la Vesdre SRL']],
    ['31008', ['Ørsted A/S']],
    ['du hoy', ['Brasserie du Hoyoux SA']],
  ])('finds %j, however it is written', async (typed, found) => {
    await showList()
    await userEvent.fill(search, typed)
    await expect.poll(names).toEqual(found)
    await expect.element(page.getByText('1 sur 3')).toBeVisible()
  })

  test('says where nothing is found', async () => {
    await showList()
    await userEvent.fill(search, 'Zébulon')
    await expect.element(page.getByText('Aucun client « Zébulon ».')).toBeVisible()
  })

  test('says where there is no client at all, and whom to turn to', async () => {
    answerFromNowOn(answers([]))
    await showList()
    await expect.element(page.getByText(/^Aucun client ne vous est confié/u)).toBeVisible()
  })

  test('is in another order at a press; what has no figure comes last', async () => {
    await showList()
    await userEvent.click(page.getByRole('columnheader', { name: 'ABR' }))
    await expect
      .poll(names)
      .toEqual(['Brasserie du Hoyoux SA', 'Ørsted A/S', 'L’Atelier de la Vesdre SRL'])
    await userEvent.click(page.getByRole('columnheader', { name: /^Limites/u }))
    await expect
      .poll(names)
      .toEqual(['Ørsted A/S', 'Brasserie du Hoyoux SA', 'L’Atelier de la Vesdre SRL'])
  })

  test('leads to the page of a client by the keyboard alone', async () => {
    await showList()
    await userEvent.fill(search, 'orsted')
    await expect.poll(names).toEqual(['Ørsted A/S'])
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.poll(() => visited.at(-1)).toBe('/partners/clients/orsted')
  })

  test('tells who is no broker why, and whom to turn to', async () => {
    answerFromNowOn({ 'partners.clients': () => failure({ code: 'forbidden' }) })
    await showList()
    await expect
      .element(page.getByText('L’Espace Partenaires est réservé à nos courtiers.'))
      .toBeVisible()
    await expect.element(page.getByText(/^Votre personne de contact/u)).toBeVisible()
  })

  test('says why it is not shown, and tries again', async () => {
    answerFromNowOn({ 'partners.clients': () => failure({ code: 'network_offline' }) })
    await showList()
    await expect.element(page.getByRole('alert')).toBeVisible()
    answerFromNowOn(answers(someClients))
    await userEvent.click(page.getByRole('button', { name: 'Réessayer' }))
    await expect.poll(() => rows().length).toBe(3)
  })

  test.each([
    ['nl', 'Klanten'],
    ['en', 'Clients'],
    ['de', 'Kunden'],
    ['es', 'Clientes'],
    ['it', 'Clienti'],
  ] as const)('is in %s, too', async (language, title) => {
    await showList(language)
    await expect.element(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  })
})

describe('the page of a client', () => {
  test('says who it is, and explains each figure and each condition', async () => {
    await showClient('orsted')
    await expect.element(page.getByRole('heading', { name: 'Ørsted A/S', level: 1 })).toBeVisible()
    await expect.element(page.getByText('Chiffres au 29 novembre 2026')).toBeVisible()
    await expect.element(page.getByText(/9\s007\s199\s254\s740\s993,25/u)).toBeVisible()
    await userEvent.click(
      page.getByRole('button', { name: 'Que signifie : Notation moyenne pondérée (ABR) ?' }),
    )
    await expect.element(page.getByText(/Plus elle est élevée, plus le risque/u)).toBeVisible()
    await expect
      .element(page.getByRole('region', { name: 'Ørsted Solar' }))
      .toMatchTextContent(/31008.*60 jours/u)
  })

  test('whose grant ended says so, and leads back to the clients', async () => {
    await showClient('somebody')
    await expect.element(page.getByText(/ses polices ne vous sont plus ouvertes/u)).toBeVisible()
    await expect
      .element(page.getByRole('link', { name: 'Clients' }))
      .toHaveAttribute('href', '/partners')
  })
})

describe('the dashboard of one client', () => {
  const broker: AppState = {
    ...signedIn,
    service: 'insights',
    session: {
      kind: 'ready',
      user: {
        username: 'luc.courtier',
        displayName: 'Luc Courtier',
        language: 'fr',
        services: ['insights', 'partners'],
      },
    },
  }
  const band = page.getByRole('region', { name: 'Vous voyez la situation de' })
  beforeEach(() => {
    scriptInsights()
    answerFromNowOn({
      ...answers(someClients),
      'insights.dashboard': () => answerOf(guideDashboard),
    })
  })

  test('is asked for that client alone, under a band that names it and leads back', async () => {
    await showInShell(<DashboardPage />, broker, '/insights?client=orsted')
    await expect.element(band).toMatchTextContent(/Ørsted A\/S/u)
    await expect
      .poll(() => callsOf('insights.dashboard').at(-1))
      .toMatchObject({ report: { client: 'orsted' } })
    const policy = page.getByRole('combobox', { name: 'Police' })
    await expect.element(policy).toMatchTextContent(/Ørsted Wind \(31007\)/u)
    await expect.element(policy).not.toMatchTextContent(/DEDERT/u)
    await userEvent.click(band.getByRole('link', { name: 'Tous les clients' }))
    await expect.poll(() => visited.at(-1)).toBe('/partners')
  })

  test('whose grant ended while one looked says so, shows nothing of it, and leads back', async () => {
    answerFromNowOn({ 'insights.dashboard': () => failure({ code: 'not_found' }), ...answers([]) })
    await showInShell(<DashboardPage />, broker, '/insights?client=orsted')
    await expect.element(page.getByText(/Rien de ce client n’est gardé ici/u)).toBeVisible()
    await expect.element(page.getByText('Ørsted', { exact: false })).not.toBeInTheDocument()
    await expect
      .element(page.getByRole('main').getByRole('link', { name: 'Tous les clients' }))
      .toHaveAttribute('href', '/partners')
  })

  test('bears no band where an address names no client', async () => {
    await showInShell(<DashboardPage />, broker, '/insights')
    await expect.poll(() => callsOf('insights.dashboard').length).toBeGreaterThan(0)
    expect(callsOf('insights.dashboard').at(-1)).not.toMatchObject({ report: { client: '' } })
    await expect.element(band).not.toBeInTheDocument()
  })
})
