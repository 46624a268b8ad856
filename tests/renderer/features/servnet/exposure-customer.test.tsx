/** One customer of the ledger: its days, whether deliveries are covered, who it is, and what can be done. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CustomerPage } from '../../../../src/renderer/features/servnet/exposure/customer-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { AppState, RouteOutput } from '../../../../src/shared/contract/routes.ts'
import type { LedgerCustomer } from '../../../../src/shared/contract/servnet/ledger-customers.ts'
import {
  agedAmounts,
  ledgerCustomer,
  ledgerCustomers,
  ledgerInvoices,
  twinBuyers,
} from '../../../support/ledger.ts'
import { loreal } from '../../support/apply.ts'
import { freshness } from '../../support/credit.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { show, visited } from '../../support/stage.tsx'

type Detail = RouteOutput<'servnet.ledgerCustomer'>

const customerOf = (key: string) =>
  ledgerCustomers.find((one) => one.key === key) ?? ledgerCustomer()
const detailOf = (customer: LedgerCustomer, changes: Partial<Detail> = {}) =>
  success({
    customer,
    invoices: [...ledgerInvoices],
    candidates: [],
    asOf: '2026-11-30',
    agedOn: null,
    ...changes,
  })

const withCollectnet: AppState = {
  ...signedIn,
  session: {
    kind: 'ready',
    user: {
      username: 'jan.peeters',
      displayName: 'Jan Peeters',
      language: 'fr',
      services: ['servnet', 'collectnet'],
    },
  },
}

const open = (customer: LedgerCustomer, changes: Partial<Detail> = {}, state = withCollectnet) => {
  answerFromNowOn({ 'servnet.ledgerCustomer': () => detailOf(customer, changes) })
  return show(<CustomerPage />, state, `/servnet/exposure/${customer.key}`)
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const deliveries = page.getByRole('region', { name: 'Vos livraisons d’aujourd’hui' })

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({})
})

test('each date is explained with its numbers; what was credited has none', async () => {
  await open(customerOf('k2'))
  const row = page.getByRole('row', { name: /^F2026-10611/u })
  await expect
    .element(row)
    .toMatchTextContent(
      /3 septembre.*\+ 60\sjours de prolongation = 2 novembre.*; \+ 30\sjours pour déclarer = 2 décembre/u,
    )
  await expect.element(row).toMatchTextContent(/88\sjours de retard/u)
  const credited = page.getByRole('row', { name: /^NC-88/u })
  await expect.element(credited).toMatchTextContent(/–.*-1\s200\sEUR\s*Note de crédit/u)
  await expect.element(page.getByRole('row', { name: /^Sans numéro/u })).toBeVisible()
})

test('of ages it is said that each day is the earliest that may be, and a case can be entered', async () => {
  await open(customerOf('k2'), { invoices: [...agedAmounts], agedOn: '2026-10-31' })
  await expect.element(page.getByText(/l’âge des montants au 31 octobre 2026/u)).toBeVisible()
  const earliest = deliveries.getByText(/^Le montant le plus ancien était peut-être dû dès le/u)
  await expect.element(earliest).toBeVisible()
  const overdue = page.getByRole('row', { name: /^31 à 60\sjours/u })
  await expect.element(overdue).toMatchTextContent(/1er\sseptembre.*90\sjours de retard/u)
  await expect.element(page.getByRole('row', { name: /^Non échu pas encore due/u })).toBeVisible()
  await userEvent.click(button('Saisir un dossier'))
  expect(visited.at(-1)).toBe('/collectnet/new')
})

describe('whether deliveries are covered, and why', () => {
  test.each([
    [
      'over its limit and past the extension',
      customerOf('k2'),
      /ne sont pas couvertes.*18\s700\sEUR de plus que sa limite de 80\s000\sEUR.*pris fin le 2 novembre.*au plus tard le 2 décembre/u,
    ],
    ['in time', customerOf('k1'), /sont couvertes.*court jusqu’au 14 décembre/u],
    [
      'too late',
      customerOf('k4'),
      /ne sont pas couvertes.*Aucune limite.*passé depuis le 18 octobre/u,
    ],
    ['not known who it is', customerOf('k3'), /On ne peut pas dire.*quel acheteur/u],
    ['no rate', customerOf('k6'), /On ne peut pas dire.*cours manque/u],
    [
      'nothing ever decided',
      ledgerCustomer({
        cover: 'unknown',
        limit: null,
        areDeliveriesCovered: null,
        reporting: null,
      }),
      /On ne peut pas dire.*Aucune limite n’a été décidée/u,
    ],
    [
      'used up',
      ledgerCustomer({ areDeliveriesCovered: false, reporting: 'not_due' }),
      /ne sont pas couvertes.*60\s000\sEUR est entièrement utilisée/u,
    ],
  ])('%s', async (_, customer, words) => {
    await open(customer)
    await expect.element(deliveries).toMatchTextContent(words)
  })
})

describe('who it is', () => {
  test('how it was recognised is said, and it can be another buyer that one looks for', async () => {
    await open(customerOf('k2'))
    await expect.element(page.getByText('Reconnu par son nom')).toBeVisible()
    const chosen = { ...customerOf('k2'), buyer: loreal, matchedBy: 'hand' as const }
    answerFromNowOn({
      'credit.buyers': () =>
        success({ window: { items: [loreal], total: 1, kept: 1, isWhole: true }, freshness }),
      'servnet.matchCustomer': () => success({ customer: chosen }),
      'servnet.ledgerCustomer': () => detailOf(chosen),
    })
    await userEvent.click(button('Choisir un autre acheteur'))
    await userEvent.click(page.getByRole('combobox', { name: 'Nom ou numéro de l’acheteur' }))
    await userEvent.fill(page.getByRole('combobox', { name: 'Nom ou numéro de l’acheteur' }), 'oré')
    await userEvent.click(page.getByRole('option', { name: /L’Oréal/u }))
    await expect.element(page.getByText('Choisi par vous')).toBeVisible()
    await expect.element(page.getByText(/^C’est retenu/u)).toBeVisible()
    expect(callsOf('servnet.matchCustomer')).toEqual([{ key: 'k2', buyerId: 'b1' }])
  })

  test('of several of one name the person says which, and the days follow', async () => {
    await open(customerOf('k3'), { candidates: [...twinBuyers] })
    await expect.element(page.getByRole('radio').nth(1)).toBeVisible()
    const chosen = ledgerCustomer({ key: 'k3', matchedBy: 'hand', buyer: twinBuyers[1] })
    answerFromNowOn({
      'servnet.matchCustomer': () => success({ customer: chosen }),
      'servnet.ledgerCustomer': () => detailOf(chosen),
    })
    await userEvent.click(page.getByRole('radio', { name: /Liège/u }))
    await expect.element(page.getByText('Choisi par vous')).toBeVisible()
    await expect.element(deliveries).toMatchTextContent(/sont couvertes/u)
    expect(callsOf('servnet.matchCustomer')).toEqual([{ key: 'k3', buyerId: '100011' }])
  })

  test('it can be none of them; a failure is said and changes nothing', async () => {
    await open(customerOf('k3'), { candidates: [...twinBuyers] })
    await expect.element(page.getByRole('radio').first()).toBeVisible()
    answerFromNowOn({ 'servnet.matchCustomer': () => failure({ code: 'storage_failed' }) })
    await userEvent.click(button('Aucun acheteur connu'))
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(page.getByRole('radio').first()).toBeVisible()
    const none = { ...customerOf('k3'), matchedBy: 'hand' as const, candidates: 0 }
    answerFromNowOn({
      'servnet.matchCustomer': () => success({ customer: none }),
      'servnet.ledgerCustomer': () => detailOf(none),
    })
    await userEvent.click(button('Aucun acheteur connu'))
    await expect.element(page.getByText('Vous avez dit : aucun de vos acheteurs.')).toBeVisible()
    expect(callsOf('servnet.matchCustomer').at(-1)).toEqual({ key: 'k3', buyerId: null })
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
})

describe('what can be done', () => {
  test('a limit and a case, of which the address says nothing', async () => {
    await open(customerOf('k2'))
    await userEvent.click(button('Demander une limite'))
    expect(visited.at(-1)).toBe('/servnet/apply')
  })

  test('an overdue customer is entered as a case', async () => {
    await open(customerOf('k2'))
    await userEvent.click(button('Saisir un dossier'))
    expect(visited.at(-1)).toBe('/collectnet/new')
  })

  test('who has no Collect@Net is told so', async () => {
    await open(customerOf('k2'), {}, signedIn)
    await expect.element(page.getByText(/^Collect@Net ne vous est pas ouvert/u)).toBeVisible()
    await expect.element(button('Saisir un dossier')).not.toBeInTheDocument()
  })

  test('overdue in two currencies are two cases', async () => {
    const [first, second] = ledgerInvoices
    const dollars = second && { ...second, amount: { amount: '500.00', currency: 'USD' } }
    await open(customerOf('k2'), { invoices: [first, dollars].filter((one) => one !== undefined) })
    await expect.element(page.getByText(/^Le dossier est en EUR\./u)).toBeVisible()
  })

  test('its days alone are saved as a calendar file', async () => {
    await open(customerOf('k2'))
    answerFromNowOn({
      'servnet.exportLedgerDays': () => success({ kind: 'saved', path: '/tmp/v.ics', days: 1 }),
    })
    await userEvent.click(button('Ses dates dans un fichier calendrier…'))
    await expect.element(page.getByText('Une date enregistrée dans /tmp/v.ics')).toBeVisible()
    expect(callsOf('servnet.exportLedgerDays')).toEqual([{ key: 'k2' }])
  })
})

test('amounts in other currencies stand as the ledger has them', async () => {
  await open(customerOf('k6'))
  await expect
    .element(page.getByText(/^Dans la balance\s: 1\s200\s000\sJPY \+ 310\sEUR$/u))
    .toBeVisible()
})

test('a customer that is in the ledger no more says so', async () => {
  answerFromNowOn({ 'servnet.ledgerCustomer': () => failure({ code: 'not_found' }) })
  await show(<CustomerPage />, withCollectnet, '/servnet/exposure/k9')
  await expect.element(page.getByText(/^Ce client n’est pas dans la balance/u)).toBeVisible()
})
