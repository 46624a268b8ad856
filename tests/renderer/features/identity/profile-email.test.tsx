import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import type { PendingEmailView } from '../../../../src/shared/contract/identity/profile-view.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { emailFields, me, profileOf, waitingEmail } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

const { email, emailAgain, code } = emailFields

/** An address waits, and its message is doing as said. */
function waiting(changes: Partial<PendingEmailView> = {}) {
  const pendingEmail = { id: 'e1', email: 'new@dedert.example' }
  answerFromNowOn({
    'profile.read': () => success(profileOf({ me: { pendingEmail } })),
    'profile.pendingEmail': () => success({ ...waitingEmail, ...changes }),
  })
}

function nothingWaits(address = me.email) {
  answerFromNowOn({
    'profile.read': () => success(profileOf({ me: { email: address } })),
    'profile.pendingEmail': () => success(null),
  })
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({ 'profile.saveDraft': () => success({}) })
  nothingWaits()
})

async function openForm() {
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.click(page.getByRole('button', { name: 'Changer d’adresse' }))
}

test('the new address is asked twice, then the password, then the code', async () => {
  let granted = false
  answerFromNowOn({
    'profile.requestEmail': () => {
      if (!granted) return failure({ code: 'reauthentication_required' })
      waiting()
      return success(waitingEmail)
    },
    'security.reauthenticate': () => {
      granted = true
      return success({})
    },
  })
  await openForm()
  await userEvent.fill(email, 'new@dedert.example')
  await userEvent.fill(emailAgain, 'other@dedert.example')
  await userEvent.click(page.getByRole('button', { name: 'Envoyer le code' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/ne sont pas identiques/u)
  expect(callsOf('profile.requestEmail')).toEqual([])

  await userEvent.fill(emailAgain, 'NEW@dedert.example')
  await userEvent.click(page.getByRole('button', { name: 'Envoyer le code' }))
  await userEvent.fill(page.getByLabelText('Votre mot de passe', { exact: true }), 'secret')
  await userEvent.click(page.getByRole('button', { name: 'Confirmer', exact: true }))
  await expect.element(code).toBeVisible()
  await expect.element(page.getByText(/marie@dedert\.example reste votre adresse/u)).toBeVisible()
})

test('the right code makes it the address', async () => {
  waiting()
  answerFromNowOn({
    'profile.confirmEmail': () => {
      nothingWaits('new@dedert.example')
      return success({ current: { ...me, email: 'new@dedert.example' } })
    },
  })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.fill(code, '123 456')
  await userEvent.click(page.getByRole('button', { name: 'Confirmer l’adresse' }))
  await expect
    .element(page.getByText('Votre adresse e-\u2060mail est maintenant new@dedert.example.'))
    .toBeVisible()
  expect(callsOf('profile.confirmEmail')).toEqual([{ code: '123456' }])
})

test('a wrong code says how many tries are left', async () => {
  waiting()
  answerFromNowOn({
    'profile.confirmEmail': () => {
      waiting({ attemptsLeft: 3 })
      return failure({ code: 'verification_failed' })
    },
  })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.fill(code, '000000')
  await userEvent.click(page.getByRole('button', { name: 'Confirmer l’adresse' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Il vous reste 3 essais/u)
})

test('until when the code counts is shown, with its day where that is another', async () => {
  waiting({ codeExpiresIn: 3 * 24 * 60 * 60 })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await expect
    .element(page.getByText(/^Valable jusqu’au \d+ .*\d{4}.* \d\d:\d\d\.$/u))
    .toBeVisible()
})

test('a code whose time is over is cleared; another one can be sent at once', async () => {
  waiting()
  answerFromNowOn({
    'profile.confirmEmail': () => {
      waiting({ codeExpiresIn: 0 })
      return failure({ code: 'code_expired' })
    },
    'profile.requestEmail': () => success({ ...waitingEmail, id: 'e2', codeAgainIn: 60 }),
  })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.fill(code, '123456')
  await userEvent.click(page.getByRole('button', { name: 'Confirmer l’adresse' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Le délai de ce code/u)
  await expect.element(code).toHaveValue('')
  const over = page.getByText('Ce code n’est plus valable. Demandez-en un nouveau.')
  await expect.element(over).toBeVisible()
  await userEvent.fill(code, '1')
  await userEvent.click(page.getByRole('button', { name: 'Envoyer un nouveau code' }))
  await expect.element(code).toHaveFocus()
  await expect.element(code).toHaveValue('')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  await expect.element(over).not.toBeInTheDocument()
})

test('a code that comes too late says so, and the way begins anew', async () => {
  waiting()
  answerFromNowOn({
    'profile.confirmEmail': () => {
      nothingWaits()
      return failure({ code: 'flow_expired' })
    },
  })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.fill(code, '123456')
  await userEvent.click(page.getByRole('button', { name: 'Confirmer l’adresse' }))
  await expect.element(page.getByText(/Le délai est dépassé/u)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Changer d’adresse' })).toBeVisible()
})

test('how the message is doing shows by itself', async () => {
  waiting({ delivery: 'queued' })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await expect.element(page.getByText(/va partir/u)).toBeVisible()
  waiting({ delivery: 'delayed' })
  await expect.element(page.getByText(/n’a pas encore pu être remis/u)).toBeVisible()
})

test('an address that was refused is there to be corrected', async () => {
  waiting({ delivery: 'refused', email: 'new@dedret.example' })
  answerFromNowOn({
    'profile.cancelEmail': () => {
      nothingWaits()
      return success({})
    },
  })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/n’a pas pu être envoyé à new@dedret\.example/u)
  await expect.element(code).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Corriger l’adresse' }))
  await expect.element(email).toHaveValue('new@dedret.example')
})

test('another code can be sent, but not too soon', async () => {
  waiting({ codeAgainIn: 30 })
  answerFromNowOn({ 'profile.requestEmail': () => success({ ...waitingEmail, codeAgainIn: 60 }) })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await expect.element(page.getByText(/peut être demandé dans/u)).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Envoyer un nouveau code' }))
    .not.toBeInTheDocument()
})

test('sending again asks for the same address', async () => {
  waiting()
  answerFromNowOn({ 'profile.requestEmail': () => success({ ...waitingEmail, codeAgainIn: 60 }) })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.click(page.getByRole('button', { name: 'Envoyer un nouveau code' }))
  await expect.element(page.getByText(/Un nouveau code est en route/u)).toBeVisible()
  expect(callsOf('profile.requestEmail')).toEqual([
    { email: 'new@dedert.example', emailConfirmation: 'new@dedert.example' },
  ])
})

test('giving up keeps the present address', async () => {
  waiting()
  answerFromNowOn({
    'profile.cancelEmail': () => {
      nothingWaits()
      return success({})
    },
  })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await userEvent.click(page.getByRole('button', { name: 'Renoncer à ce changement' }))
  await expect.element(page.getByText(/Le changement est abandonné/u)).toBeVisible()
})

test('an address that was typed and not sent comes back', async () => {
  const typed = { email: 'half@dedert', emailConfirmation: '' }
  const draft = { personal: null, preferences: null, email: typed }
  answerFromNowOn({ 'profile.read': () => success(profileOf({ draft })) })
  await show(<ProfilePage />, signedIn, '/profile/personal')
  await expect.element(email).toHaveValue('half@dedert')
})
