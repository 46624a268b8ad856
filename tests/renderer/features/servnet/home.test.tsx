import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HomePage } from '../../../../src/renderer/features/servnet/home-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import type { RouteOutput } from '../../../../src/shared/contract/routes.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { alertAt, quietHome } from '../../support/home.ts'
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

test('what is new is counted, and the newest alerts come first', async () => {
  const alerts = [alert('a', 1), alert('b', 7), alert('c', 4)]
  const messages = [message('1', false), message('2', true)]
  answerHome({ ...quietHome, home: { ...quietHome.home, alerts, newAlerts: 2, messages } })
  await show(<HomePage />, signedIn)
  await expect
    .element(page.getByText(/2 nouvelles alertes depuis hier\. Un message à lire\./u))
    .toBeVisible()
  const listed = page.getByRole('region', { name: 'Alertes' }).getByRole('listitem')
  await expect.element(listed.nth(0)).toMatchTextContent(/Limite réduite sur Acheteur b/u)
  await expect.element(listed.nth(1)).toMatchTextContent(/Nouveau/u)
  await expect.element(listed.nth(2)).not.toMatchTextContent(/Nouveau/u)
})

test('a message service that is down leaves the rest in place', async () => {
  const alerts = [alert('a', 1)]
  answerHome({ ...quietHome, home: { ...quietHome.home, messages: null, alerts } })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/momentanément indisponible/u)).toBeVisible()
  await expect.element(page.getByText(/Vos alertes restent à jour\./u)).toBeVisible()
  await expect.element(page.getByText(/Limite réduite sur Acheteur a/u)).toBeVisible()
})

test('kept data says its date, and refreshes at a press', async () => {
  const stale = { fetchedAt: '2026-11-22T12:29:00.000Z', stale: true }
  answerHome({ ...quietHome, home: { ...quietHome.home, messages: null }, freshness: stale })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/Données du 22 nov\. 2026/u)).toBeVisible()
  await expect.element(page.getByText(/restent à jour/u)).not.toBeInTheDocument()
  answerHome(quietHome)
  await userEvent.click(page.getByRole('button', { name: 'Actualiser maintenant' }))
  await expect.element(page.getByText(/Données du/u)).not.toBeInTheDocument()
})

test('more than fits is one press away', async () => {
  const messages = ['1', '2', '3', '4'].map((id) => message(id, true))
  answerHome({ ...quietHome, home: { ...quietHome.home, messages } })
  await show(<HomePage />, signedIn)
  await expect.element(page.getByText(/Message 3/u)).toBeVisible()
  await expect.element(page.getByText(/Message 4/u)).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'plus de messages' }))
  await expect.element(page.getByText(/Message 4/u)).toBeVisible()
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
