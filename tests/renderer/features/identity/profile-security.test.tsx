import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import { changeLanguage } from '../../../../src/renderer/common/data/app-store.ts'
import type { RouteOutput } from '../../../../src/shared/contract/routes.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { securityEventKinds } from '../../../../src/shared/contract/identity/security-events.ts'
import {
  answerFromNowOn,
  pageOf,
  callsOf,
  questions,
  scriptPortal,
  signedIn,
} from '../../support/fake-portal.ts'
import { profileOf } from '../../support/profile.ts'
import { show, visited } from '../../support/stage.tsx'

type Session = RouteOutput<'security.sessions'>['page']['items'][number]

const session = (id: string, name: string, current = false): Session => ({
  id,
  device: { name, platform: 'windows' },
  createdAt: '2026-11-02T08:00:00.000Z',
  lastUsedAt: '2026-11-23T08:00:00.000Z',
  current,
})
const here = session('s1', 'PC-COMPTA', true)
const laptop = session('s2', 'Portable')
const old = session('s3', 'Ancien PC')
const chosen = questions.slice(0, 3)

const event = (id: string, kind: (typeof securityEventKinds)[number]) => ({
  id,
  kind,
  at: '2026-11-23T08:00:00.000Z',
  details: { device: 'PC-COMPTA', platform: 'windows', address: '192.0.2.7' },
})

const sessionRow = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const answerField = (number: number) => page.getByRole('textbox').nth(number)
const passwordField = page.getByLabelText('Votre mot de passe', { exact: true })

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({
    'profile.read': () => success(profileOf({})),
    'profile.saveDraft': () => success({}),
    'app.setLanguage': () => success({}),
    'security.sessions': () => pageOf([here, laptop, old]),
    'security.events': () => pageOf([event('1', 'signed_in')]),
    'security.questions': () => success({ items: chosen }),
    'portal.securityQuestions': () => success({ items: questions }),
  })
})

/** The portal wants the password before it does what `route` asks. */
function behindPassword<Data>(answer: () => Data) {
  let granted = false
  answerFromNowOn({
    'security.reauthenticate': ({ password }) => {
      granted = password === 'right'
      return granted ? success({}) : failure({ code: 'invalid_credentials' })
    },
  })
  return () => (granted ? success(answer()) : failure({ code: 'reauthentication_required' }))
}

describe('sessions', () => {
  test('one other session is ended, after the password', async () => {
    const end = behindPassword(() => {
      answerFromNowOn({
        'security.sessions': () => pageOf([here, old]),
      })
      return {}
    })
    answerFromNowOn({ 'security.endSession': end })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await expect.element(sessionRow('PC-COMPTA').first()).toMatchTextContent(/Cet appareil/u)
    await userEvent.click(page.getByRole('button', { name: 'Fermer la session de Portable' }))
    await userEvent.fill(passwordField, 'wrong')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Ce mot de passe n’est pas le bon.')).toBeVisible()
    await userEvent.fill(passwordField, 'right')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('La session de Portable est fermée.')).toBeVisible()
    await expect.element(sessionRow('Portable')).not.toBeInTheDocument()
    // The button is gone: the keyboard goes on from here.
    await expect.element(page.getByRole('heading', { name: 'Appareils connectés' })).toHaveFocus()
    expect(callsOf('security.endSession').at(-1)).toEqual({ id: 's2' })
  })

  test('the one in use here stands first, wherever the portal has it', async () => {
    answerFromNowOn({
      'security.sessions': () => pageOf([old, laptop, here]),
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await expect.element(page.getByText('Portable')).toBeVisible()
    const devices = page.getByRole('region', { name: 'Appareils connectés' })
    const names = devices
      .getByRole('listitem')
      .elements()
      .map((row) => row.querySelector('bdi')?.textContent)
    expect(names).toEqual(['PC-COMPTA', 'Ancien PC', 'Portable'])
  })

  test('the one in use here cannot be ended here', async () => {
    await show(<ProfilePage />, signedIn, '/profile/security')
    await expect.element(page.getByText('Portable')).toBeVisible()
    await expect
      .element(page.getByRole('button', { name: 'Fermer la session de PC-COMPTA' }))
      .not.toBeInTheDocument()
  })

  test('all others are ended once that is confirmed', async () => {
    answerFromNowOn({
      'security.endOtherSessions': () => {
        answerFromNowOn({ 'security.sessions': () => pageOf([here]) })
        return success({ ended: 2 })
      },
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await userEvent.click(page.getByRole('button', { name: 'Fermer toutes les autres sessions' }))
    await expect.element(page.getByRole('alertdialog')).toMatchTextContent(/Portable et Ancien PC/u)
    await userEvent.click(page.getByRole('button', { name: 'Ne rien fermer' }))
    expect(callsOf('security.endOtherSessions')).toEqual([])
    await userEvent.click(page.getByRole('button', { name: 'Fermer toutes les autres sessions' }))
    await userEvent.click(page.getByRole('button', { name: 'Fermer les autres sessions' }))
    await expect.element(page.getByText('2 autres sessions ont été fermées.')).toBeVisible()
    await expect.element(page.getByText('Aucune autre session n’est ouverte.')).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Appareils connectés' })).toHaveFocus()
    await changeLanguage('en')
    await expect.element(page.getByText('2 other sessions were ended.')).toBeVisible()
  })

  test('whoever would rather not give the password has ended nothing', async () => {
    answerFromNowOn({ 'security.endSession': behindPassword(() => ({})) })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await userEvent.click(page.getByRole('button', { name: 'Fermer la session de Portable' }))
    await userEvent.click(page.getByRole('button', { name: 'Annuler' }))
    await expect.element(sessionRow('Portable')).toBeVisible()
    expect(callsOf('security.endSession')).toHaveLength(1)
  })
})

describe('events', () => {
  test('every kind has words of its own', async () => {
    const items = securityEventKinds.map((kind) => event(kind, kind))
    answerFromNowOn({ 'security.events': () => pageOf(items) })
    await show(<ProfilePage />, signedIn, '/profile/security')
    const rows = page.getByRole('region', { name: 'Activité récente' }).getByRole('listitem')
    await expect.poll(() => rows.elements()).toHaveLength(securityEventKinds.length)
    const titles = rows.elements().map((row) => row.querySelector('p')?.textContent ?? '')
    expect(new Set(titles).size).toBe(securityEventKinds.length)
    expect(titles.join()).not.toMatch(/events\.|_/u)
    await expect.element(rows.first()).toMatchTextContent(/08:00.*PC-COMPTA, Windows/u)
    await expect.element(page.getByRole('heading', { name: '23 novembre 2026' })).toBeVisible()
  })

  test('stand under their days, with how long ago and the moment behind it; what was refused has a sign', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00.000Z') })
    const items = [
      { ...event('1', 'sign_in_failed'), at: '2026-11-24T09:55:00.000Z' },
      { ...event('2', 'signed_in'), at: '2026-11-24T07:00:00.000Z' },
      { ...event('3', 'signed_in'), at: '2026-11-23T08:00:00.000Z' },
      { ...event('4', 'signed_out'), at: '2026-11-02T08:00:00.000Z' },
    ]
    answerFromNowOn({ 'security.events': () => pageOf(items) })
    await show(<ProfilePage />, signedIn, '/profile/security')
    const history = page.getByRole('region', { name: 'Activité récente' })
    await expect.poll(() => history.getByRole('listitem').elements()).toHaveLength(4)
    const days = history.getByRole('heading', { level: 4 }).elements()
    expect(days.map((day) => day.textContent)).toEqual(['Aujourd’hui', 'Hier', '2 novembre 2026'])
    const [now, before, yesterday] = history.getByRole('listitem').elements()
    expect(now?.textContent).toMatch(/il y a 5\sminutes/u)
    expect(now?.querySelector('time')?.title).toMatch(/24 nov\. 2026/u)
    expect(before?.textContent).toMatch(/il y a 3\sheures/u)
    expect(yesterday?.textContent).not.toMatch(/il y a/u)
    const signs = history
      .getByRole('listitem')
      .elements()
      .map((row) => row.querySelector('svg'))
    expect(signs.map((sign) => sign !== null)).toEqual([true, false, false, false])
    vi.useRealTimers()
  })

  test('more come at a press', async () => {
    answerFromNowOn({
      'security.events': ({ cursor }) =>
        cursor === null
          ? pageOf([event('1', 'signed_in')], 'next')
          : pageOf([event('2', 'questions_changed')]),
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await userEvent.click(page.getByRole('button', { name: 'Afficher plus d’activité' }))
    await expect.element(page.getByText('Questions de sécurité changées')).toBeVisible()
    expect(callsOf('security.events')).toEqual([{ cursor: null }, { cursor: 'next' }])
  })

  test('all of them can be had as a file', async () => {
    answerFromNowOn({
      'security.exportEvents': () => success({ kind: 'saved', fileName: 'evenements.csv' }),
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await userEvent.click(page.getByRole('button', { name: 'Tableau (CSV)' }))
    await expect.element(page.getByText('Enregistré sous evenements.csv.')).toBeVisible()
    expect(callsOf('security.exportEvents')).toEqual([{ format: 'csv' }])
  })
})

describe('questions', () => {
  test('are shown after the password, and all three replaced together', async () => {
    answerFromNowOn({
      'security.questions': behindPassword(() => ({ items: chosen })),
      'security.saveQuestions': () => success({ items: questions.slice(1) }),
    })
    await show(<ProfilePage />, signedIn, '/profile/questions')
    await userEvent.fill(passwordField, 'right')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Vos questions actuelles')).toBeVisible()
    for (const [index, word] of ['Delvaux', 'Rex', 'Saint-Servais'].entries()) {
      // oxlint-disable no-await-in-loop -- a person fills in one field after the other
      const question = page.getByLabelText(`Question ${index + 1}`, { exact: true })
      await userEvent.selectOptions(question, `q${index + 1}`)
      await userEvent.fill(page.getByLabelText(`Réponse ${index + 1}`, { exact: true }), word)
      // oxlint-enable no-await-in-loop
    }
    await userEvent.click(page.getByRole('button', { name: 'Enregistrer les questions' }))
    await expect.element(page.getByText(/questions et réponses sont enregistrées/u)).toBeVisible()
    expect(callsOf('security.saveQuestions')).toEqual([
      {
        answers: [
          { questionId: 'q1', answer: 'Delvaux' },
          { questionId: 'q2', answer: 'Rex' },
          { questionId: 'q3', answer: 'Saint-Servais' },
        ],
      },
    ])
  })
})

describe('the rehearsal', () => {
  test('says which answers would be accepted, and where to change them', async () => {
    answerFromNowOn({
      'security.rehearse': ({ answers }) =>
        success({
          results: answers.map(({ questionId, answer }) => ({
            questionId,
            right: answer === 'Namur',
          })),
        }),
    })
    await show(<ProfilePage />, signedIn, '/profile/rehearsal')
    await userEvent.click(page.getByRole('button', { name: 'Commencer' }))
    await userEvent.fill(answerField(0), 'Namur')
    await userEvent.fill(answerField(1), 'Dubois')
    await userEvent.fill(answerField(2), 'Namur')
    await userEvent.click(page.getByRole('button', { name: 'Vérifier mes réponses' }))
    await expect.element(page.getByText('Une réponse ne serait pas acceptée')).toBeVisible()
    const rows = page.getByRole('listitem')
    await expect.element(rows.filter({ hasText: 'Mère' })).toMatchTextContent(/Ne correspond pas/u)
    await expect.element(rows.filter({ hasText: 'Ville' })).toMatchTextContent(/Juste/u)
    await userEvent.click(page.getByRole('link', { name: 'Changer mes questions maintenant' }))
    expect(visited).toContain('/profile/questions')
  })
})
