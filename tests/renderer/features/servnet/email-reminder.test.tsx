/** The home page's card for the address of the enrolment, until its code is entered. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HomePage } from '../../../../src/renderer/features/servnet/home-page.tsx'
import type { PendingEmailView } from '../../../../src/shared/contract/identity/profile-view.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { quietHome } from '../../support/home.ts'
import { me, waitingEmail } from '../../support/profile.ts'
import { show, visited } from '../../support/stage.tsx'

const email = 'claire@xn--mnchen-3ya.example'
const shown = 'claire@münchen.example'
const card = page.getByRole('region', { name: 'Confirmez votre adresse e-mail' })
const code = card.getByLabelText('Code reçu par e-\u2060mail', { exact: true })
const confirm = card.getByRole('button', { name: 'Confirmer l’adresse' })

const pending: PendingEmailView = { ...waitingEmail, email }

const remind = (emailToConfirm: string | null) =>
  success({ passwordExpiresInDays: null, rehearsalDue: false, unsaved: null, emailToConfirm })

/** A code waits to be entered, or none does. */
function waiting(changes: Partial<PendingEmailView> | null = {}) {
  answerFromNowOn({
    'profile.reminders': () => remind(email),
    'profile.pendingEmail': () => success(changes && { ...pending, ...changes }),
  })
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({ 'servnet.home': () => success(quietHome) })
  waiting()
})

test('takes the code, says so where the keyboard goes on, and is gone', async () => {
  answerFromNowOn({
    'profile.confirmEmail': () => {
      answerFromNowOn({
        'profile.reminders': () => remind(null),
        'profile.pendingEmail': () => success(null),
      })
      return success({ current: { ...me, email } })
    },
  })
  await show(<HomePage />, signedIn)
  await expect.element(card).toMatchTextContent(shown)
  await userEvent.fill(code, '123 456')
  await userEvent.click(confirm)
  const done = page.getByText(`Merci : ${shown} est confirmée.`)
  await expect.element(done).toBeVisible()
  await expect.element(card).not.toBeInTheDocument()
  expect(document.activeElement?.textContent).toContain(shown)
  expect(callsOf('profile.confirmEmail')).toEqual([{ code: '123456' }])
})

test('tells that the code is wrong, and how many tries are left', async () => {
  answerFromNowOn({
    'profile.confirmEmail': () => {
      waiting({ attemptsLeft: 4 })
      return failure({ code: 'verification_failed' })
    },
  })
  await show(<HomePage />, signedIn)
  await userEvent.fill(code, '000000')
  await userEvent.click(confirm)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Il vous reste 4 essais/u)
})

test('tells that someone else has confirmed the address, which can be corrected', async () => {
  answerFromNowOn({ 'profile.confirmEmail': () => failure({ code: 'email_taken' }) })
  await show(<HomePage />, signedIn)
  await userEvent.fill(code, '123456')
  await userEvent.click(confirm)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/déjà utilisée/u)
  await userEvent.click(card.getByRole('link', { name: 'Corriger l’adresse' }))
  expect(visited).toContain('/profile/personal')
})

test('sends another code where none counts any more, and the keyboard goes on in its field', async () => {
  waiting(null)
  answerFromNowOn({
    'profile.requestEmail': () => {
      waiting({ codeAgainIn: 60 })
      return success({ ...pending, codeAgainIn: 60 })
    },
  })
  await show(<HomePage />, signedIn)
  await expect.element(card).toMatchTextContent(/n’est plus valable/u)
  await expect.element(code).not.toBeInTheDocument()
  await userEvent.click(card.getByRole('button', { name: 'Envoyer un nouveau code' }))
  await expect.element(code).toHaveFocus()
  expect(callsOf('profile.requestEmail')).toEqual([{ email, emailConfirmation: email }])
})

test.each([
  ['was mistaken too often', { attemptsLeft: 0 }],
  ['is out of its time', { codeExpiresIn: 0 }],
])('asks for no code that %s', async (_, over) => {
  waiting({ ...over, codeAgainIn: 30 })
  await show(<HomePage />, signedIn)
  await expect.element(card).toMatchTextContent(/n’est plus valable/u)
  await expect.element(card).toMatchTextContent(/peut être demandé dans/u)
  await expect.element(code).not.toBeInTheDocument()
})

test('tells that the mail server refuses the address', async () => {
  waiting({ delivery: 'refused' })
  await show(<HomePage />, signedIn)
  await expect.element(card).toMatchTextContent(/refuse le message/u)
  await expect.element(code).not.toBeInTheDocument()
  await expect.element(card.getByRole('link', { name: 'Corriger l’adresse' })).toBeVisible()
})

test('can be put off until the next sign-in', async () => {
  answerFromNowOn({ 'profile.dismissReminder': () => remind(null) })
  await show(<HomePage />, signedIn)
  await userEvent.click(card.getByRole('button', { name: 'Plus tard' }))
  await expect.element(card).not.toBeInTheDocument()
  expect(callsOf('profile.dismissReminder')).toEqual([{ reminder: 'email' }])
})
