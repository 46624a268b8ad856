/** All alerts and all messages, and the page of one alert. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AlertPage } from '../../../../src/renderer/features/servnet/alert-page.tsx'
import { AlertsPage } from '../../../../src/renderer/features/servnet/alerts-page.tsx'
import { MessagesPage } from '../../../../src/renderer/features/servnet/messages-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import type { ServnetAlert } from '../../../../src/shared/contract/credit/alerts.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { alertAt, quietHome } from '../../support/home.ts'
import { show } from '../../support/stage.tsx'

const { freshness } = quietHome
const stale = { fetchedAt: '2026-11-22T12:29:00.000Z', stale: true, refreshing: false }

beforeEach(() => scriptPortal({}))

const showAlert = async (alert: ServnetAlert) => {
  answerFromNowOn({ 'servnet.alert': () => success({ alert, freshness }) })
  await show(<AlertPage />, signedIn, `/servnet/alerts/${alert.id}`)
}

test('all alerts come a page at a time, to the end', async () => {
  answerFromNowOn({
    'servnet.alerts': ({ cursor }) =>
      success({
        page:
          cursor === null
            ? { items: [alertAt(9), alertAt(8)], nextCursor: 'more' }
            : { items: [alertAt(7)], nextCursor: null },
        freshness,
      }),
  })
  await show(<AlertsPage />, signedIn)
  await expect.element(page.getByRole('listitem').nth(1)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Afficher d’autres alertes' }))
  await expect.element(page.getByRole('listitem').nth(2)).toMatchTextContent(/Acheteur 7/u)
  await expect
    .element(page.getByRole('button', { name: 'Afficher d’autres alertes' }))
    .not.toBeInTheDocument()
})

test('a list says that it is empty, that it failed, and from when it is', async () => {
  answerFromNowOn({ 'servnet.alerts': () => ({ ok: false, error: { code: 'portal_timeout' } }) })
  await show(<AlertsPage />, signedIn)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/met trop de temps à répondre/u)
  answerFromNowOn({
    'servnet.alerts': () => success({ page: { items: [], nextCursor: null }, freshness: stale }),
  })
  await userEvent.click(page.getByRole('button', { name: 'Réessayer' }))
  await expect.element(page.getByText(/Données du 22 nov\. 2026/u)).toBeVisible()
  await expect.element(page.getByText(/^Aucune alerte\./u)).toBeVisible()
})

test('all messages are read up to the newest at a press', async () => {
  const message = { id: '1', title: 'Message 1', body: 'Texte', publishedAt: alertAt(9).at }
  answerFromNowOn({
    'servnet.messages': () =>
      success({ page: { items: [{ ...message, read: false }], nextCursor: null }, freshness }),
    'servnet.readAllMessages': () => success({}),
  })
  await show(<MessagesPage />, signedIn)
  await expect.element(page.getByRole('link', { name: 'Non lu Message 1' })).toBeVisible()
  answerFromNowOn({
    'servnet.messages': () =>
      success({ page: { items: [{ ...message, read: true }], nextCursor: null }, freshness }),
  })
  await userEvent.click(page.getByRole('button', { name: 'Tout marquer comme lu' }))
  await expect.element(page.getByRole('link', { name: 'Message 1', exact: true })).toBeVisible()
  expect(callsOf('servnet.readAllMessages')).toEqual([{ publishedUntil: message.publishedAt }])
})

test('an alert’s page has its facts, what they mean, what to do and whom to contact', async () => {
  answerFromNowOn({ 'servnet.setAlertHandled': () => success({}) })
  await showAlert(alertAt(9))
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toMatchTextContent(/Limite réduite sur Acheteur 9/u)
  for (const text of [
    /250\s000 → 0\sEUR/u,
    '23 décembre',
    'Retards de paiement signalés',
    '4471',
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect.element(page.getByText(text)).toBeVisible()
  }
  for (const name of ['Ce que cela signifie', 'Ce que vous pouvez faire', 'Qui contacter']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect.element(page.getByRole('heading', { name })).toBeVisible()
  }
  await userEvent.click(page.getByRole('checkbox'))
  expect(callsOf('servnet.setAlertHandled')).toEqual([{ id: '9', handled: true }])
})

test('an alert of before there were amounts says what is known', async () => {
  const unknown = { buyerId: null, from: null, to: null, effectiveOn: null, reason: null }
  await showAlert({ ...alertAt(9), ...unknown })
  await expect.element(page.getByText(/^Non indiqué\./u)).toBeVisible()
  await expect.element(page.getByText('Prend effet le')).not.toBeInTheDocument()
})

test('an alert that is not one’s own is not there', async () => {
  answerFromNowOn({ 'servnet.alert': () => ({ ok: false, error: { code: 'not_found' } }) })
  await show(<AlertPage />, signedIn, '/servnet/alerts/other')
  await expect.element(page.getByText(/^Cette alerte n’existe pas/u)).toBeVisible()
})
