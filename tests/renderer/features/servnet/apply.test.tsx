/** Applying for a limit: from the first letter of a name to the reference. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ApplyPage } from '../../../../src/renderer/features/servnet/apply/apply-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { i18n } from '../../../../src/renderer/common/i18n/i18n.ts'
import {
  amount,
  goOn,
  keptDraft,
  loreal,
  scriptApplying,
  search,
  send,
  sentApplication,
  withOnePolicy,
} from '../../support/apply.ts'
import { eur } from '../../support/credit.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { nowIs, offline } from '../../support/offline.ts'
import { hold, profileOf } from '../../support/profile.ts'
import { leave, show } from '../../support/stage.tsx'

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

/** With a buyer that is known, up to what is checked. */
async function fillToCheck(typed = '100000') {
  await open('?buyer=b1')
  await userEvent.fill(amount, typed)
  await userEvent.click(page.getByText('60 jours', { exact: true }))
  await userEvent.click(goOn)
  await expect.element(send).toBeVisible()
}

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
      id: expect.any(String),
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
    await expect.element(page.getByText('Aucun acheteur trouvé dans ce pays.')).toBeVisible()
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
    await userEvent.fill(page.getByRole('textbox', { name: 'Autre délai de paiement' }), '180')
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

describe('sending', () => {
  test('however often one clicks, it is sent once', async () => {
    await fillToCheck()
    const button = send.element()
    if (!(button instanceof HTMLElement)) throw new Error('No button')
    // In one task, before anything of the answer is known.
    button.click()
    button.click()
    await expect.element(page.getByText('AP-2026-1')).toBeVisible()
    expect(callsOf('servnet.apply')).toHaveLength(1)
  })

  test('another try has the same name; another application has another one', async () => {
    answerFromNowOn({ 'servnet.apply': () => failure({ code: 'disk_full' }) })
    await fillToCheck()
    await userEvent.click(send)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/disque .* est plein/u)
    answerFromNowOn({
      'servnet.apply': () => success({ kind: 'sent', answer: sentApplication }),
    })
    await userEvent.click(send)
    await userEvent.click(page.getByRole('button', { name: 'Enregistrer une autre limite' }))
    await expect.element(search).toHaveValue('')
    await userEvent.fill(search, 'l’or')
    await userEvent.click(page.getByRole('option', { name: /L’Oréal/u }))
    await userEvent.fill(amount, '100000')
    await userEvent.click(page.getByText('60 jours', { exact: true }))
    await userEvent.click(goOn)
    await userEvent.click(send)
    await expect.poll(() => callsOf('servnet.apply')).toHaveLength(3)
    const ids = callsOf('servnet.apply').map((call) => (call as { id: string }).id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[1])
  })

  test('what the portal refuses comes back at its field', async () => {
    answerFromNowOn({
      'servnet.apply': () =>
        success({
          kind: 'refused',
          error: {
            code: 'invalid_request',
            fields: [{ field: 'paymentTermsDays', code: 'terms_too_long', params: { max: 45 } }],
          },
        }),
    })
    await fillToCheck()
    await userEvent.click(send)
    await expect.element(page.getByRole('alert')).toHaveFocus()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/45.*jours au plus/u)
    await expect.element(amount).toHaveValue('100\u202f000')
  })

  test('without the portal it is put in the outbox', async () => {
    answerFromNowOn({ 'servnet.apply': () => success({ kind: 'waiting', outboxId: 'o1' }) })
    await fillToCheck()
    nowIs(offline)
    await userEvent.click(page.getByRole('button', { name: 'Mettre dans la boîte d’envoi' }))
    await expect
      .element(page.getByRole('heading', { name: 'Votre demande attend d’être envoyée' }))
      .toHaveFocus()
  })

  test('an application that is under review is offered instead of a second one', async () => {
    answerFromNowOn({
      'servnet.checkApplication': () =>
        success({
          warnings: [
            {
              kind: 'application_exists',
              applicationId: 'AP-1',
              amount: eur('75000.00'),
              appliedAt: '2026-11-20T10:00:00.000Z',
            },
            { kind: 'application_waits', amount: eur('1.00') },
            { kind: 'limit_suffices', limitId: 'l1', inForce: eur('50000.00'), endsOn: null },
          ],
          limit: null,
        }),
    })
    await open('?buyer=b1')
    await expect
      .element(page.getByRole('link', { name: 'Ouvrir cette demande' }))
      .toHaveAttribute('href', '/servnet/applications/AP-1')
    await expect
      .element(page.getByRole('link', { name: 'Voir la limite' }))
      .toHaveAttribute('href', '/servnet/limits/l1')
    await expect.element(page.getByText(/attend déjà d’être envoyée/u)).toBeVisible()
  })
})

describe('the draft', () => {
  test('keeps all that is typed, and says since when', async () => {
    await open('?buyer=b1')
    await userEvent.fill(amount, '75000')
    await userEvent.tab()
    await expect.element(page.getByText(/^Gardé sur cet ordinateur, \d/u)).toBeVisible()
    expect(keptDraft).toMatchObject({ buyerId: 'b1', amount: '75\u202f000' })
  })

  test('is kept when one leaves in the middle of a word, and taken up again', async () => {
    await open()
    await userEvent.click(page.getByRole('button', { name: 'Décrire l’acheteur' }))
    await userEvent.fill(page.getByLabelText(/Ville/u), 'Liège')
    leave()
    await expect.poll(() => keptDraft).toMatchObject({ town: 'Liège' })
    const draft = keptDraft
    answerFromNowOn({
      'servnet.applicationDraft': () => success({ draft, savedAt: '2026-11-29T10:00:00.000Z' }),
    })
    await open()
    await expect.element(page.getByLabelText(/Ville/u)).toHaveValue('Liège')
  })

  test('is gone once it was sent, and when one clears everything', async () => {
    await fillToCheck()
    await userEvent.click(send)
    await expect.element(page.getByText('AP-2026-1')).toBeVisible()
    leave()
    expect(keptDraft).toBeNull()
    await open('?buyer=b1')
    await userEvent.fill(amount, '75000')
    await userEvent.tab()
    await userEvent.click(page.getByRole('button', { name: 'Tout effacer' }))
    await expect.element(search).toHaveValue('')
    expect(keptDraft).toBeNull()
  })

  test('about somebody else is offered, and not written over unseen', async () => {
    answerFromNowOn({
      'servnet.applicationDraft': () =>
        success({
          draft: {
            buyerId: 'b2',
            buyerName: 'Ørsted A/S',
            country: 'DK',
            registrationNumber: '',
            town: '',
            policyId: '17386',
            amount: '99',
            currency: 'EUR',
            terms: '30',
            startsOn: '',
            endsOn: '',
          },
          savedAt: '2026-11-29T10:00:00.000Z',
        }),
    })
    await open('?buyer=b1')
    await expect.element(amount).toHaveValue('')
    expect(callsOf('servnet.saveApplicationDraft')).toEqual([])
    await userEvent.click(page.getByRole('button', { name: 'La reprendre' }))
    await expect.element(amount).toHaveValue('99')
  })

  test('that could not be kept is said', async () => {
    answerFromNowOn({ 'servnet.saveApplicationDraft': () => failure({ code: 'disk_full' }) })
    await open('?buyer=b1')
    await userEvent.fill(amount, '75000')
    await userEvent.tab()
    await expect.element(page.getByText(/n’a pas pu être gardé/u)).toBeVisible()
  })
})
