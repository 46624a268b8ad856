/** Exposure: opening a ledger, how it is read, what it comes to, its days as a file, and its end. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import {
  agedView,
  askingView,
  ledgerCustomers,
  ledgerTotals,
  ledgerView,
} from '../../../support/ledger.ts'
import {
  button,
  keeps,
  lastAsked,
  openExposure as open,
  rows,
  scriptExposure,
  windowOf,
} from '../../support/exposure.tsx'
import { answerFromNowOn, callsOf, holdAnswers, raiseEvent } from '../../support/fake-portal.ts'
import { offline } from '../../support/offline.ts'
import { visited } from '../../support/stage.tsx'

beforeEach(scriptExposure)

describe('where no ledger is kept', () => {
  beforeEach(() => answerFromNowOn(keeps(null)))

  test('it says that the file stays here and which columns it needs', async () => {
    await open()
    await expect.element(page.getByText(/Rien n’en est envoyé/u)).toBeVisible()
    const needed = page.getByText('Colonnes nécessaires').element().parentElement
    const names = [...(needed?.querySelectorAll('dd') ?? [])].map((one) => one.textContent)
    expect(names).toEqual(['Nom du client', 'Échéance', 'Montant dû'])
    await expect.element(page.getByText(/200\s000\slignes au plus/u)).toBeVisible()
  })

  test('while a file is read the page goes on answering, and then shows what it comes to', async () => {
    answerFromNowOn({ 'servnet.openLedger': () => success({ view: ledgerView }) })
    const release = holdAnswers('servnet.openLedger')
    await open()
    await userEvent.click(button('Ouvrir la balance…'))
    await expect.element(button('Lecture en cours…')).toHaveAttribute('aria-busy', 'true')
    await userEvent.click(page.getByRole('link', { name: 'Limites de crédit' }))
    expect(visited.at(-1)).toBe('/servnet/limits')
    release()
    await expect.element(page.getByText(/^3\s184\s921\sEUR$/u)).toBeVisible()
    expect(callsOf('servnet.openLedger')).toEqual([{}])
  })

  test('who thinks better of it is where one was', async () => {
    answerFromNowOn({ 'servnet.openLedger': () => success({ view: null }) })
    await open()
    await userEvent.click(button('Ouvrir la balance…'))
    await expect.element(button('Ouvrir la balance…')).toBeVisible()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
})

test.each([
  ['that is none', failure({ code: 'table_not_a_table' }), /n’est pas un tableau/u],
  [
    'with more lines than this computer keeps',
    failure({ code: 'ledger_too_many_lines', params: { max: 200_000 } }),
    /plus de 200\s000 lignes.+extrait/su,
  ],
] as const)(
  'a file %s has its words, and the ledger of before stays',
  async (_what, why, words) => {
    answerFromNowOn({ 'servnet.openLedger': () => why })
    await open()
    await userEvent.click(button('Ouvrir une autre balance…'))
    await expect.element(page.getByRole('alert')).toMatchTextContent(words)
    await expect.element(page.getByText('balance-novembre.xlsx')).toBeVisible()
  },
)

describe('how it is read', () => {
  test('of ages it says so, and from which day they count, which can be put right', async () => {
    answerFromNowOn({
      ...keeps(agedView),
      'servnet.changeLedger': () => success({ view: agedView }),
    })
    await open()
    await expect.element(page.getByText(/l’âge des montants au 31 octobre 2026/u)).toBeVisible()
    await userEvent.click(page.getByText('Ce que contiennent les colonnes'))
    const day = page.getByLabelText('Jour où les âges ont été comptés')
    await expect.element(day).toHaveValue('2026-10-31')
    await userEvent.fill(day, '2026-12-24')
    await userEvent.fill(day, '2026-10-30')
    expect(callsOf('servnet.changeLedger')).toEqual([{ kind: 'agedOn', day: '2026-10-30' }])
  })

  test('what is asked is asked with its two readings, and nothing is computed before', async () => {
    answerFromNowOn({
      ...keeps(askingView),
      'servnet.changeLedger': () => success({ view: { ...askingView, questions: [] } }),
    })
    await open()
    await expect.element(page.getByText(/quelle colonne contient\s: Échéance/u)).toBeVisible()
    await expect.element(page.getByRole('grid')).not.toBeInTheDocument()
    await userEvent.click(button('1,234'))
    expect(callsOf('servnet.changeLedger')).toEqual([{ kind: 'decimalSign', answer: 'point' }])
    await expect.element(page.getByText('Une question avant de calculer')).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('combobox', { name: 'Échéance' }))
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Échéance' }), 'dueOn')
    expect(callsOf('servnet.changeLedger').at(-1)).toEqual({
      kind: 'column',
      at: 3,
      field: 'dueOn',
    })
  })

  test('a change that is made while another is under way is not lost', async () => {
    answerFromNowOn({
      ...keeps(askingView),
      'servnet.changeLedger': () => success({ view: askingView }),
    })
    const release = holdAnswers('servnet.changeLedger')
    await open()
    await userEvent.click(button('1,234'))
    await expect.element(page.getByText('Calcul en cours…')).toBeVisible()
    await userEvent.click(button('4 mars 2026'))
    expect(callsOf('servnet.changeLedger')).toHaveLength(1)
    release()
    await expect
      .poll(() => callsOf('servnet.changeLedger'))
      .toEqual([
        { kind: 'decimalSign', answer: 'point' },
        { kind: 'dayOrder', answer: 'month-first' },
      ])
    await expect.element(page.getByText('Calcul en cours…')).not.toBeInTheDocument()
  })

  test('lines that say no currency or policy get those that one chooses', async () => {
    answerFromNowOn({ 'servnet.changeLedger': () => success({ view: ledgerView }) })
    await open()
    await userEvent.click(page.getByText('Ce que contiennent les colonnes'))
    const currency = page.getByRole('combobox', { name: /^Devise des lignes/u })
    await userEvent.selectOptions(currency, 'USD')
    const policy = page.getByRole('combobox', { name: /^Police des clients/u })
    await userEvent.selectOptions(policy, '20001')
    await expect
      .poll(() => callsOf('servnet.changeLedger'))
      .toEqual([
        { kind: 'currency', currency: 'USD' },
        { kind: 'policy', policyId: '20001' },
      ])
  })

  test('a line that is left out has its number and its reason', async () => {
    await open()
    await userEvent.click(page.getByText(/^3\slignes laissées de côté$/u))
    const line = page.getByRole('listitem').filter({ hasText: 'Ligne 17' })
    await expect.element(line).toMatchTextContent(/Échéance\s: ce n’est pas une date.*à réception/u)
  })
})

describe('what it comes to', () => {
  test('each part has its amount and its customers, and a table says the same', async () => {
    await open()
    await expect.element(page.getByText(/^3\s184\s921\sEUR$/u)).toBeVisible()
    const cover = page.getByRole('figure', { name: 'Ce qui est couvert' })
    const parts = [...cover.element().querySelectorAll('li')].map((one) =>
      one.textContent.replaceAll(/\s+/gu, ' '),
    )
    expect(parts).toEqual([
      'Couvert2 618 400 EUR371 clients',
      'Au-delà de la limite214 701 EUR12 clients',
      'Limite refusée96 320 EUR8 clients',
      'Sans limite connue255 500 EUR33 clients',
      'Cours manquant–1 client',
    ])
    await userEvent.click(page.getByText('Voir en tableau'))
    const row = page.getByRole('row', { name: /^Au-delà de la limite/u }).first()
    await expect.element(row).toMatchTextContent(/214\s700,50\sEUR\s*7\s%\s*12/u)
  })

  test('the keyboard reads the bars one by one', async () => {
    await open()
    const cover = page.getByRole('figure', { name: 'Ce qui est couvert' })
    await expect.element(cover).toBeVisible()
    cover.element().focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect
      .element(page.getByText(/^Au-delà de la limite\s: 214\s701\sEUR, 12\sclients$/u))
      .toBeInTheDocument()
  })

  test.each([
    ['À déclarer', '5', { reporting: 'to_report' }],
    ['Délai dépassé', '2', { reporting: 'late' }],
    ['À identifier', '3', { toMatch: true }],
  ])('“%s” leads to its %s customers', async (words, count, filters) => {
    await open()
    const item = page
      .getByRole('list', { name: 'À faire' })
      .getByRole('listitem')
      .filter({ hasText: words })
    await userEvent.click(item.getByRole('link', { name: new RegExp(`^${count}\\sclients`, 'u') }))
    await expect.poll(lastAsked).toMatchObject({ offset: 0, filters })
    await expect.element(page.getByRole('heading', { name: 'Vos clients' })).toHaveFocus()
  })

  test('where there is nothing to do there is nothing to press', async () => {
    const reporting = { ...ledgerTotals.reporting, to_report: 0, late: 0 }
    answerFromNowOn(keeps({ ...ledgerView, totals: { ...ledgerTotals, reporting, toMatch: 0 } }))
    await open()
    const list = page.getByRole('list', { name: 'À faire' })
    await expect.element(list).toMatchTextContent(/À déclarer\s*0\sclient/u)
    expect(list.getByRole('link').elements()).toEqual([])
  })

  test('that lists are still on their way, and that the portal does not answer, is said', async () => {
    answerFromNowOn({
      ...keeps({ ...ledgerView, isWhole: false }),
      'status.read': () => success(offline),
    })
    await open()
    await expect.element(page.getByText(/ne sont pas encore sur cet ordinateur/u)).toBeVisible()
    await expect.element(page.getByText(/limites gardées sur cet ordinateur/u)).toBeVisible()
  })

  test('a limit that changes shows by itself, in the figures and in the rows', async () => {
    await open()
    await expect.poll(rows).toContainEqual(expect.stringContaining('L’Atelier de la Vesdre'))
    answerFromNowOn({
      ...keeps({ ...ledgerView, totals: { ...ledgerTotals, toMatch: 9 } }),
      'servnet.ledgerCustomers': () => windowOf(ledgerCustomers.slice(1)),
    })
    raiseEvent('resource.changed', { resources: ['exposure'] })
    await expect.element(page.getByRole('link', { name: /^9\sclients$/u })).toBeVisible()
    await expect.poll(rows).not.toContainEqual(expect.stringContaining('L’Atelier de la Vesdre'))
  })
})

describe('its days as a calendar file', () => {
  test.each([
    [
      success({ kind: 'saved' as const, path: '/home/marie/jours.ics', days: 68 }),
      /^68\sdates enregistrées dans \/home\/marie\/jours\.ics$/u,
    ],
    [failure({ code: 'storage_failed' }), /n’ont pas pu être conservées/u],
  ])('says what came of it', async (answer, words) => {
    answerFromNowOn({ 'servnet.exportLedgerDays': () => answer })
    await open()
    await userEvent.click(button('Dates dans un fichier calendrier…'))
    await expect.element(page.getByText(words).first()).toBeVisible()
    expect(callsOf('servnet.exportLedgerDays')).toEqual([{ key: null }])
  })
})

test('it is removed once that was confirmed, and what goes was said', async () => {
  answerFromNowOn({ 'servnet.removeLedger': () => success({}) })
  await open()
  await userEvent.click(button('Retirer la balance'))
  const question = page.getByRole('alertdialog')
  await expect.element(question).toMatchTextContent(/acheteurs que vous avez choisis/u)
  await expect.element(question.getByRole('button', { name: 'La garder' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(question).not.toBeInTheDocument()
  expect(callsOf('servnet.removeLedger')).toEqual([])
  await userEvent.click(button('Retirer la balance'))
  await userEvent.click(question.getByRole('button', { name: 'Retirer la balance' }))
  await expect.element(button('Ouvrir la balance…')).toBeVisible()
  expect(callsOf('servnet.removeLedger')).toEqual([{}])
})
