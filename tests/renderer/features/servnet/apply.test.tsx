/** Applying for a limit: from the first letter of a name to the reference. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { z } from 'zod'
import { ApplyPage } from '../../../../src/renderer/features/servnet/apply/apply-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import { i18n } from '../../../../src/renderer/common/i18n/i18n.ts'
import {
  amount,
  goOn,
  loreal,
  scriptApplying,
  search,
  send,
  withOnePolicy,
} from '../../support/apply.ts'
import { eur } from '../../support/credit.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { hold, profileOf } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

const open = (query = '') => show(<ApplyPage />, signedIn, `/servnet/apply${query}`)

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptApplying()
  withOnePolicy()
})

/** As whoever has no mouse: a few steps at most. */
async function tabTo(wanted: { readonly element: () => Element }) {
  for (let step = 0; step < 8 && document.activeElement !== wanted.element(); step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await userEvent.tab()
  }
  expect(document.activeElement).toBe(wanted.element())
}

/** The names that applications were given to main with. */
const idsSent = () =>
  z
    .array(z.object({ id: z.string().min(1) }))
    .parse(callsOf('servnet.apply'))
    .map(({ id }) => id)

test('with the keyboard alone, from a name to the reference', async () => {
  await open()
  await expect.element(search).toBeVisible()
  search.element().focus()
  await userEvent.keyboard('l’or')
  await expect.element(page.getByRole('option', { name: /L’Oréal/u })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Clichy · France · 632012100')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Quelle limite ?' })).toHaveFocus()
  await userEvent.tab()
  await expect
    .element(page.getByRole('combobox', { name: 'Police' }))
    .toHaveValue('DEDERT ICESTICKS B.V. · 17386')
  await tabTo(amount)
  await userEvent.keyboard('100000')
  await expect.element(amount).toHaveValue('100\u202f000')
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.keyboard(' ')
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(page.getByRole('radio', { name: '60 jours' })).toBeChecked()
  await userEvent.keyboard('{Enter}')
  await expect
    .element(page.getByText(/Vous demandez une limite de .*100\s000\sEUR.* sur .*L’Oréal/u))
    .toBeVisible()
  await expect.element(page.getByText(/passe de .*50\s000\sEUR.* à .*100\s000\sEUR/u)).toBeVisible()
  await tabTo(send)
  await userEvent.keyboard('{Enter}')
  await expect
    .element(page.getByRole('heading', { name: 'Votre demande est envoyée' }))
    .toHaveFocus()
  await expect.element(page.getByText('AP-2026-1')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Suivre la demande' }))
    .toHaveAttribute('href', '/servnet/applications/AP-2026-1')
  expect(callsOf('servnet.apply')).toEqual([
    {
      id: idsSent()[0],
      application: {
        policyId: '17386',
        buyerId: 'b1',
        amount: eur('100000.00'),
        paymentTermsDays: 60,
        startsOn: null,
        endsOn: null,
      },
    },
  ])
})

describe('who', () => {
  test('the profile’s country narrows the search, and it can be widened', async () => {
    hold(profileOf({ preferences: { defaultSearchCountry: 'DK' } }))
    await open()
    await userEvent.fill(search, 'l’or')
    await expect
      .element(page.getByText('Aucun acheteur trouvé dans ce pays.').first())
      .toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Chercher dans tous les pays' }))
    search.element().focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole('option', { name: /L’Oréal/u })).toBeVisible()
  })

  test('a company that is not in the list is described; its number is doubted, not refused', async () => {
    answerFromNowOn({
      'servnet.checkApplication': ({ buyer }) =>
        success({
          warnings:
            buyer?.registrationNumber === '1' ? [{ kind: 'number_unlikely', country: 'FR' }] : [],
          limit: null,
        }),
    })
    await open()
    await userEvent.fill(search, 'Boulangerie Dupont')
    await userEvent.click(page.getByRole('button', { name: 'Décrire l’acheteur' }))
    await expect
      .element(page.getByLabelText(/Nom de l’entreprise/u))
      .toHaveValue('Boulangerie Dupont')
    await userEvent.click(goOn)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Pays/u)
    await userEvent.fill(page.getByRole('combobox', { name: 'Pays' }), 'France')
    await userEvent.keyboard('{Enter}')
    await userEvent.fill(page.getByLabelText(/Numéro d’entreprise/u), '1')
    await expect.element(page.getByText(/ne correspond pas à ceux de ce pays/u)).toBeVisible()
    await userEvent.click(goOn)
    await expect.element(page.getByText('France · 1 · décrit par vous')).toBeVisible()
  })

  test('a known company is offered where one describes it', async () => {
    answerFromNowOn({
      'servnet.checkApplication': ({ buyer }) =>
        success({
          warnings:
            buyer === null ? [] : [{ kind: 'buyer_known', buyerId: 'b1', name: loreal.name }],
          limit: null,
        }),
    })
    await open('?name=loreal')
    await userEvent.click(page.getByRole('button', { name: 'Choisir cet acheteur' }))
    await expect.element(page.getByText('Clichy · France · 632012100')).toBeVisible()
  })

  test('a buyer that vanished is said, and another one can be chosen', async () => {
    await open('?buyer=gone')
    await expect.element(page.getByText(/n’est plus dans votre liste/u)).toBeVisible()
    await expect.element(search).toBeVisible()
  })

  test('one goes back to it, and nothing that was typed is lost', async () => {
    await open('?buyer=b1')
    await userEvent.fill(amount, '75000')
    await userEvent.click(page.getByRole('button', { name: 'Changer : Pour quel acheteur ?' }))
    await userEvent.click(page.getByRole('button', { name: 'Choisir un autre acheteur' }))
    await userEvent.fill(search, 'Ørs')
    await userEvent.click(page.getByRole('option', { name: /Ørsted/u }))
    await expect.element(amount).toHaveValue('75\u202f000')
  })
})

describe('how much', () => {
  test('what is missing or wrong is said at its field, in one place, and reached from there', async () => {
    scriptApplying()
    await open('?buyer=b2')
    await userEvent.click(goOn)
    const summary = page.getByRole('alert')
    await expect.element(summary).toHaveFocus()
    await expect.element(summary).toMatchTextContent(/3 points sont à corriger/u)
    await userEvent.click(summary.getByRole('link', { name: /Montant/u }))
    await expect.element(amount).toHaveFocus()
  })

  test('the terms are held to what the policy covers', async () => {
    await open('?buyer=b1')
    await userEvent.fill(amount, '1000')
    await userEvent.click(page.getByText('Autre', { exact: true }))
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Autre délai de paiement, en jours' }),
      '180',
    )
    await userEvent.click(goOn)
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/délais de paiement de 120.*jours au plus/u)
  })

  test('a temporary limit ends on a day to come, after it began', async () => {
    await open('?buyer=b1')
    await userEvent.fill(amount, '1000')
    await userEvent.click(page.getByText('30 jours', { exact: true }))
    await userEvent.fill(page.getByLabelText(/Temporaire jusqu’au/u), '2020-01-01')
    await userEvent.click(goOn)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Cette date est passée/u)
    await userEvent.fill(page.getByLabelText(/À partir du/u), '2099-06-01')
    await userEvent.fill(page.getByLabelText(/Temporaire jusqu’au/u), '2099-05-01')
    await userEvent.click(goOn)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/doit suivre le début/u)
  })

  test('the currency follows the policy, until an amount is typed for another one', async () => {
    scriptApplying()
    await open('?buyer=b2')
    const policy = page.getByRole('combobox', { name: 'Police' })
    await userEvent.fill(policy, '20001')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('combobox', { name: 'Devise' })).toHaveValue('JPY')
    await userEvent.fill(amount, '1000,5')
    await userEvent.click(goOn)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/s’écrit sans décimales/u)
  })

  test('an amount with two readings is asked', async () => {
    await open('?buyer=b1')
    await userEvent.fill(amount, '12.500')
    await userEvent.click(page.getByText('30 jours', { exact: true }))
    await userEvent.click(goOn)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/de deux façons/u)
    await userEvent.click(page.getByRole('button', { name: /^12\s500\sEUR/u }))
    await userEvent.click(goOn)
    await expect.element(page.getByText(/limite de .*12\s500\sEUR/u)).toBeVisible()
  })

  test.each([
    ['nl', '1250000', '1.250.000', '1250000.00'],
    ['en', '1250.5', '1,250.50', '1250.50'],
    ['de', '1250,5', '1.250,50', '1250.50'],
    ['es', '12500', '12.500', '12500.00'],
    ['it', '12500,25', '12.500,25', '12500.25'],
  ] as const)('in %s, %s is written %s', async (language, typed, written, sent) => {
    await show(<ApplyPage />, { ...signedIn, language }, '/servnet/apply?buyer=b1')
    const field = page.getByLabelText(i18n.t('apply:howMuch.amount'))
    await expect.element(field).toBeVisible()
    field.element().focus()
    await userEvent.keyboard(typed)
    await userEvent.tab()
    await expect.element(field).toHaveValue(written)
    await userEvent.click(page.getByRole('radio').first())
    await userEvent.click(page.getByRole('button', { name: i18n.t('apply:goOn') }))
    await userEvent.click(page.getByRole('button', { name: i18n.t('apply:check.send') }))
    await expect
      .poll(() => callsOf('servnet.apply'))
      .toMatchObject([{ application: { amount: eur(sent) } }])
  })
})
