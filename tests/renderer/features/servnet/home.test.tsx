import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HomePage } from '../../../../src/renderer/features/servnet/home-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import type { RouteOutput } from '../../../../src/shared/contract/routes.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { alertAt, quietHome } from '../../support/home.ts'
import { online } from '../../support/offline.ts'
import { show, visited } from '../../support/stage.tsx'

type Home = RouteOutput<'servnet.home'>

const alert = (id: string, hour: number) => alertAt(hour, id)
const message = (id: string, read: boolean) => ({
  id,
  title: `Message ${id}`,
  body: 'Texte',
  publishedAt: '2026-11-23T08:00:00.000Z',
  read,
})

const answerHome = (home: Home) =>
  answerFromNowOn({ 'servnet.home': () => ({ ok: true, data: home }) })

beforeEach(() => scriptPortal({}))

test('a quiet day is said to be one', async () => {
  answerHome(quietHome)
  await show(<HomePage />, signedIn)
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toMatchTextContent(/Pilotez en toute/u)
  await expect.element(page.getByText(/Rien de nouveau depuis hier\./u)).toBeVisible()
  await expect.element(page.getByText(/Aucun message pour le moment\./u)).toBeVisible()
})

/** The page with these, all of them counted. */
const homeWith = (change: Partial<Home['home']>): Home => {
  const home = { ...quietHome.home, ...change }
  const unhandled = home.alerts.filter(({ handled }) => !handled).length
  const unread = home.messages?.filter(({ read }) => !read).length ?? 0
  const counts = {
    alerts: { total: home.alerts.length, unhandled },
    messages: home.messages && { total: home.messages.length, unread },
  }
  return {
    ...quietHome,
    home: { ...home, counts, ...(change.counts && { counts: change.counts }) },
  }
}
const bannerHeight = () =>
  page.getByRole('heading', { level: 1 }).element().closest('[class*="banner"]')?.clientHeight ?? 0
const listed = () => page.getByRole('region', { name: 'Alertes' }).getByRole('listitem')
const tickOf = (buyer: string) =>
  page.getByRole('checkbox', { name: `Traitée : Limite réduite sur ${buyer}` })

test('what is new is counted, and the newest alerts come first', async () => {
  const old = { ...alert('c', 4), at: '2026-11-21T04:00:00.000Z' }
  const alerts = [alert('a', 1), old, alert('b', 7)]
  const messages = [message('1', false), message('2', true)]
  answerHome(homeWith({ alerts, newAlerts: 2, messages }))
  await show(<HomePage />, signedIn)
  await expect
    .element(page.getByText(/2 nouvelles alertes depuis hier\. Un message à lire\./u))
    .toBeVisible()
  await expect.element(listed().nth(0)).toMatchTextContent(/Limite réduite sur Acheteur b/u)
  await expect.element(listed().nth(1)).toMatchTextContent(/Nouveau/u)
  await expect.element(listed().nth(2)).not.toMatchTextContent(/Nouveau/u)
})

test('an alert says from what to what and from when on, and leads to its own page', async () => {
  answerHome(homeWith({ alerts: [alert('a', 1)] }))
  await show(<HomePage />, signedIn)
  await expect
    .element(listed().nth(0))
    .toMatchTextContent(/250\s000 → 0\sEUR.*de 250\s000\sEUR à 0\sEUR.*à partir du 23 décembre/u)
  await userEvent.click(page.getByRole('link', { name: 'Limite réduite sur Acheteur a' }))
  expect(visited).toContain('/servnet/alerts/a')
})

test('nothing is cut off in silence: all there are is a number and a link', async () => {
  const alerts = Array.from({ length: 9 }, (_, hour) => alert(`n${hour}`, hour))
  const counts = { alerts: { total: 57, unhandled: 31 }, messages: { total: 12, unread: 0 } }
  answerHome(homeWith({ alerts, counts, messages: [message('1', true)] }))
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText('31 à traiter')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Toutes les alertes (57)' }))
    .toHaveAttribute('href', '/servnet/alerts')
  await expect
    .element(page.getByRole('link', { name: 'Tous les messages (12)' }))
    .toHaveAttribute('href', '/servnet/messages')
})

test('a tick counts at once, keeps its place, and can be taken back', async () => {
  answerHome(homeWith({ alerts: [alert('a', 1), alert('b', 7)] }))
  answerFromNowOn({ 'servnet.setAlertHandled': () => success({}) })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText('2 à traiter')).toBeVisible()
  answerHome(homeWith({ alerts: [alert('a', 1), { ...alert('b', 7), handled: true }] }))
  await userEvent.click(tickOf('Acheteur b'))
  await expect.element(page.getByText('Une à traiter')).toBeVisible()
  await expect.element(tickOf('Acheteur b')).toBeChecked()
  await expect.element(listed().nth(0)).toMatchTextContent(/Acheteur b/u)
  await userEvent.click(tickOf('Acheteur b'))
  expect(callsOf('servnet.setAlertHandled')).toEqual([
    { id: 'b', handled: true },
    { id: 'b', handled: false },
  ])
})

test('a tick that the portal did not get is taken back, and said to be', async () => {
  answerHome(homeWith({ alerts: [alert('a', 1)] }))
  const error = { code: 'portal_unreachable' } as const
  await show(<HomePage />, signedIn)
  await expect.element(tickOf('Acheteur a')).toBeVisible()
  // Nor does it tell how things are.
  const failing = () => ({ ok: false, error }) as const
  answerFromNowOn({ 'servnet.setAlertHandled': failing, 'servnet.home': failing })
  await userEvent.click(tickOf('Acheteur a'))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Cela n’a pas été enregistré/u)
  await expect.element(tickOf('Acheteur a')).not.toBeChecked()
  await expect.element(page.getByText('Une à traiter')).toBeVisible()
})

test('a message that is opened is read, and there is one less to read at once', async () => {
  const messages = [message('1', false), message('2', false)]
  answerHome(homeWith({ messages }))
  answerFromNowOn({ 'servnet.readMessage': () => success({}) })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/2 messages à lire\./u)).toBeVisible()
  answerHome(homeWith({ messages: [message('1', true), message('2', false)] }))
  await userEvent.click(page.getByRole('button', { name: 'Non lu Message 1' }))
  await expect.element(page.getByText(/Un message à lire\./u)).toBeVisible()
  await expect.element(page.getByText('Texte').first()).toBeVisible()
  expect(callsOf('servnet.readMessage')).toEqual([{ id: '1' }])
})

test('all messages are read up to the newest that is shown', async () => {
  const newest = { ...message('2', false), publishedAt: '2026-11-23T09:30:00.000Z' }
  answerHome(homeWith({ messages: [newest, message('1', false)] }))
  answerFromNowOn({ 'servnet.readAllMessages': () => success({}) })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/2 messages à lire\./u)).toBeVisible()
  answerHome(homeWith({ messages: [{ ...newest, read: true }, message('1', true)] }))
  await userEvent.click(page.getByRole('button', { name: 'Tout marquer comme lu' }))
  await expect.element(page.getByText(/Rien de nouveau depuis hier\./u)).toBeVisible()
  expect(callsOf('servnet.readAllMessages')).toEqual([{ publishedUntil: newest.publishedAt }])
})

test('at 800 by 600 at least two alerts are on the screen, also on a first visit', async () => {
  await page.viewport(800, 600)
  const alerts = [alert('a', 1), alert('b', 7), alert('c', 4)]
  answerHome({
    ...homeWith({ alerts, newAlerts: 2, messages: [message('1', false)] }),
    firstVisit: true,
  })
  await show(<HomePage />, signedIn)
  await expect.element(listed().nth(1)).toBeVisible()
  // The bar above the page takes 3.5 rem.
  expect(listed().nth(1).element().getBoundingClientRect().bottom).toBeLessThan(600 - 56)
})

test('only a first visit has the large banner, and it is noted as one', async () => {
  await page.viewport(1280, 900)
  answerHome({ ...quietHome, firstVisit: true })
  await show(<HomePage />, signedIn)
  await expect.poll(bannerHeight).toBeGreaterThan(200)
  await expect.poll(() => callsOf('servnet.noteVisit')).toEqual([{}])
})

test('after it the banner is low', async () => {
  await page.viewport(1280, 900)
  answerHome(quietHome)
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/Rien de nouveau/u)).toBeVisible()
  expect(bannerHeight()).toBe(112)
  expect(callsOf('servnet.noteVisit')).toEqual([])
})

test('a message service that is down leaves the rest in place', async () => {
  const alerts = [alert('a', 1)]
  answerHome(homeWith({ messages: null, alerts }))
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/momentanément indisponible/u)).toBeVisible()
  await expect.element(page.getByText(/Vos alertes restent à jour\./u)).toBeVisible()
  await expect.element(page.getByText(/Limite réduite sur Acheteur a/u)).toBeVisible()
})

test('kept data says its date, and refreshes at a press', async () => {
  const stale = { fetchedAt: '2026-11-22T12:29:00.000Z', stale: true, refreshing: false }
  answerHome({ ...quietHome, home: { ...quietHome.home, messages: null }, freshness: stale })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/Données du 22 nov\. 2026/u)).toBeVisible()
  await expect.element(page.getByText(/restent à jour/u)).not.toBeInTheDocument()
  answerHome(quietHome)
  answerFromNowOn({ 'status.check': () => success(online) })
  await userEvent.click(page.getByRole('button', { name: 'Actualiser' }))
  await expect.element(page.getByText(/Données du/u)).not.toBeInTheDocument()
})

test('a failure says what to do, and can be tried again', async () => {
  answerFromNowOn({ 'servnet.home': () => ({ ok: false, error: { code: 'portal_timeout' } }) })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/met trop de temps à répondre/u)
  answerHome(quietHome)
  await userEvent.click(page.getByRole('button', { name: 'Réessayer' }))
  await expect.element(page.getByText(/Rien de nouveau depuis hier\./u)).toBeVisible()
})

test('a failure names what has to be corrected', async () => {
  const error = { code: 'configuration_invalid', params: { path: '/etc/portal.json' } } as const
  answerFromNowOn({ 'servnet.home': () => ({ ok: false, error }) })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/\/etc\/portal\.json/u)
  await expect.element(page.getByRole('alert')).not.toMatchTextContent(/\{\{/u)
})

const remind = (reminders: RouteOutput<'profile.reminders'>) => success(reminders)

const noReminder = {
  passwordExpiresInDays: null,
  rehearsalDue: false,
  emailToConfirm: null,
  unsaved: null,
} as const

describe('reminders', () => {
  test('of a password that expires can be put off', async () => {
    answerHome(quietHome)
    answerFromNowOn({
      'profile.reminders': () => remind({ ...noReminder, passwordExpiresInDays: 6 }),
      'profile.dismissReminder': () => remind(noReminder),
    })
    await page.viewport(1280, 900)
    await show(<HomePage />, signedIn)
    const reminder = page.getByRole('region', { name: 'Votre mot de passe expire dans 6 jours' })
    await expect
      .element(reminder.getByRole('link', { name: 'Le changer maintenant' }))
      .toHaveAttribute('href', '/profile/password')
    await userEvent.click(reminder.getByRole('button', { name: 'Plus tard' }))
    await expect.element(reminder).not.toBeInTheDocument()
    expect(callsOf('profile.dismissReminder')).toEqual([{ reminder: 'passwordExpiry' }])
  })

  test('of the questions leads to the rehearsal', async () => {
    answerHome(quietHome)
    answerFromNowOn({
      'profile.reminders': () => remind({ ...noReminder, rehearsalDue: true }),
    })
    await page.viewport(1280, 900)
    await show(<HomePage />, signedIn)
    await userEvent.click(page.getByRole('link', { name: 'Essayer' }))
    expect(visited).toContain('/profile/rehearsal')
  })

  test('of what was typed leads to where it is offered again', async () => {
    answerHome(quietHome)
    answerFromNowOn({ 'profile.reminders': () => remind({ ...noReminder, unsaved: 'personal' }) })
    await page.viewport(1280, 900)
    await show(<HomePage />, signedIn)
    await userEvent.click(page.getByRole('link', { name: 'Reprendre' }))
    expect(visited).toContain('/profile/personal')
  })
})
