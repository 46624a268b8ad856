/** An application that is sent once, refused, or kept; and its draft. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { z } from 'zod'
import { ApplyPage } from '../../../../src/renderer/features/servnet/apply/apply-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import {
  amount,
  goOn,
  keptDraft,
  scriptApplying,
  search,
  send,
  sentApplication,
  withOnePolicy,
} from '../../support/apply.ts'
import { eur } from '../../support/credit.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { nowIs, offline } from '../../support/offline.ts'
import { leave, show } from '../../support/stage.tsx'

const open = (query = '') => show(<ApplyPage />, signedIn, `/servnet/apply${query}`)

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptApplying()
  withOnePolicy()
})

/** The names that applications were given to main with. */
const idsSent = () =>
  z
    .array(z.object({ id: z.string().min(1) }))
    .parse(callsOf('servnet.apply'))
    .map(({ id }) => id)

/** With a buyer that is known, up to what is checked. */
async function fillToCheck(typed = '100000') {
  await open('?buyer=b1')
  await userEvent.fill(amount, typed)
  await userEvent.click(page.getByText('60 jours', { exact: true }))
  await userEvent.click(goOn)
  await expect.element(send).toBeVisible()
}

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
    const ids = idsSent()
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
