/** The address in the profile: what it may look like, and the first one until it is confirmed. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import type { PendingEmailView } from '../../../../src/shared/contract/identity/profile-view.ts'
import { success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { emailFields, me, profileOf, waitingEmail } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

const { email, emailAgain, code } = emailFields

function nothingWaits() {
  answerFromNowOn({
    'profile.read': () => success(profileOf({})),
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

/** The address of the enrolment and the code that waits for it, if one does. */
const unconfirmed = (changes: Partial<PendingEmailView> | null = {}) => {
  const pendingEmail = changes === null ? null : { id: 'e1', email: me.email }
  answerFromNowOn({
    'profile.read': () => success(profileOf({ me: { emailConfirmed: false, pendingEmail } })),
    'profile.pendingEmail': () =>
      success(changes && { ...waitingEmail, email: me.email, ...changes }),
  })
}

describe('the address of the enrolment, not confirmed yet,', () => {
  beforeEach(() => unconfirmed())

  test('says so, and is confirmed by its code', async () => {
    answerFromNowOn({
      'profile.confirmEmail': () => {
        nothingWaits()
        return success({ current: me })
      },
    })
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await expect.element(page.getByText(/pas encore confirmée/u)).toBeVisible()
    await expect.element(page.getByText(/rien d’autre n’est envoyé/u)).toBeVisible()
    await expect
      .element(page.getByRole('button', { name: 'Renoncer à ce changement' }))
      .not.toBeInTheDocument()
    await userEvent.fill(code, '123456')
    await userEvent.click(page.getByRole('button', { name: 'Confirmer l’adresse' }))
    await expect.element(page.getByText(`Merci : ${me.email} est confirmée.`)).toBeVisible()
  })

  test('can be corrected while its code waits', async () => {
    const right = 'marie@dedert-icesticks.example'
    answerFromNowOn({ 'profile.requestEmail': () => success({ ...waitingEmail, email: right }) })
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.click(page.getByRole('button', { name: 'Corriger l’adresse' }))
    await expect.element(email).toHaveValue(me.email)
    await expect.element(page.getByText(/remplace tout de suite/u)).toBeVisible()
    await userEvent.fill(email, right)
    await userEvent.fill(emailAgain, `Marie Lambert <${right}>`)
    await userEvent.click(page.getByRole('button', { name: 'Envoyer le code' }))
    await expect.element(code).toBeVisible()
    expect(callsOf('profile.requestEmail')).toEqual([{ email: right, emailConfirmation: right }])
  })

  test('is sent another code without a password where none counts any more', async () => {
    unconfirmed(null)
    answerFromNowOn({
      'profile.requestEmail': () => {
        unconfirmed({ codeAgainIn: 60 })
        return success({ ...waitingEmail, email: me.email, codeAgainIn: 60 })
      },
    })
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await expect.element(code).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('button', { name: 'Envoyer un nouveau code' }))
    await expect.element(code).toBeVisible()
  })
})

test.each([
  ['r&d@firm.example', 'r&d@firm.example'],
  ['Marie@MÜNCHEN.example', 'Marie@xn--mnchen-3ya.example'],
  ['mailto:marie@firm.example', 'marie@firm.example'],
])('%s may be typed', async (typed, sent) => {
  answerFromNowOn({ 'profile.requestEmail': () => success({ ...waitingEmail, email: sent }) })
  await openForm()
  await userEvent.fill(email, typed)
  await userEvent.fill(emailAgain, typed)
  await userEvent.click(page.getByRole('button', { name: 'Envoyer le code' }))
  await expect
    .poll(() => callsOf('profile.requestEmail'))
    .toEqual([{ email: sent, emailConfirmation: sent }])
})

test.each([
  ['frédéric@firm.example', /sans accent/u],
  ['marie@firm.example, jan@firm.example', /nom@entreprise\.fr/u],
])('%s is told why not', async (typed, reason) => {
  await openForm()
  await userEvent.fill(email, typed)
  await userEvent.fill(emailAgain, typed)
  await userEvent.click(page.getByRole('button', { name: 'Envoyer le code' }))
  await expect.element(page.getByRole('alert')).toMatchTextContent(reason)
  expect(callsOf('profile.requestEmail')).toEqual([])
})
