/** Where the portal says how long to wait, every form and every retry counts it down, and waits. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { EnrolmentPage } from '../../../src/renderer/features/identity/enrolment/enrolment-page.tsx'
import { ProfilePage } from '../../../src/renderer/features/identity/profile/profile-page.tsx'
import { failure, success, type AppError } from '../../../src/shared/contract/result.ts'
import {
  answerFromNowOn,
  callsOf,
  enrolling,
  policy,
  questions,
  scriptPortal,
  signedIn,
  pageOf,
} from '../support/fake-portal.ts'
import { profileOf } from '../support/profile.ts'
import { show } from '../support/stage.tsx'

const refusals = [
  { code: 'too_many_attempts', retryAfter: 90 },
  { code: 'unavailable', retryAfter: 90 },
] as const satisfies AppError[]

const button = (name: string) => page.getByRole('button', { name })
const countdown = page.getByText(/Nouvel essai possible dans 1 minute/u)

beforeEach(async () => {
  await page.viewport(1280, 900)
})

async function expectToWait(route: 'enrolment.saveSecurity' | 'enrolment.savePersonalData') {
  await expect.element(countdown).toBeVisible()
  await expect.element(button('Suivant')).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Enter}')
  await button('Suivant').click({ force: true })
  expect(callsOf(route)).toHaveLength(1)
}

describe.each(refusals)('$code', (error) => {
  const refuse = () => failure(error)

  async function openEnrolment(state: 'security' | 'personalData') {
    const draft = {
      questionIds: ['q0', 'q1', 'q2'],
      email: 'claire@dedert.example',
      emailConfirmation: 'claire@dedert.example',
      firstName: '',
      lastName: 'Dumont',
      language: null,
      alertsByEmail: null,
    }
    scriptPortal({
      'enrolment.read': () => success({ state, expiresAt: '2026-12-05T10:00:00.000Z', draft }),
      'portal.passwordPolicy': () => success(policy),
      'portal.securityQuestions': () => success({ items: questions }),
      'portal.checkPassword': () => success({ failures: [] }),
      'enrolment.saveSecurity': refuse,
      'enrolment.savePersonalData': refuse,
    })
    await show(<EnrolmentPage />, enrolling)
  }

  test('in the first step of the enrolment', async () => {
    await openEnrolment('security')
    await userEvent.fill(
      page.getByLabelText('Nouveau mot de passe', { exact: true }),
      'Sept-Violons-Bleus-1987!',
    )
    for (const [index, word] of ['Namur', 'Delvaux', 'Rex'].entries()) {
      // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
      await userEvent.fill(page.getByLabelText(`Réponse ${index + 1}`, { exact: true }), word)
    }
    await userEvent.click(button('Suivant'))
    await expectToWait('enrolment.saveSecurity')
  })

  test('in the second step of the enrolment', async () => {
    await openEnrolment('personalData')
    await userEvent.click(button('Suivant'))
    await expectToWait('enrolment.savePersonalData')
  })

  test('also where a field is named', async () => {
    await openEnrolment('personalData')
    const fields = [{ field: 'email', code: 'email_invalid' }]
    answerFromNowOn({ 'enrolment.savePersonalData': () => failure({ ...error, fields }) })
    await userEvent.click(button('Suivant'))
    await expectToWait('enrolment.savePersonalData')
  })

  test('where a page could not be loaded', async () => {
    scriptPortal({ 'profile.read': refuse })
    await show(<ProfilePage />, signedIn, '/profile')
    await expect.element(countdown).toBeVisible()
    await expect.element(button('Réessayer')).toHaveAttribute('aria-disabled', 'true')
    const before = callsOf('profile.read').length
    await button('Réessayer').click({ force: true })
    expect(callsOf('profile.read')).toHaveLength(before)
  })

  test('where a list, an export or a new code could not be had', async () => {
    scriptPortal({
      'profile.read': () => success(profileOf({})),
      'security.sessions': refuse,
      'security.events': () =>
        pageOf([{ id: '1', at: '2026-11-23T09:00:00.000Z', kind: 'signed_in', details: {} }]),
      'security.exportEvents': refuse,
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    await expect.element(countdown).toBeVisible()
    await userEvent.click(button('Tableau (CSV)'))
    await expect.poll(() => countdown.elements().length).toBe(2)
  })
})

test('and lets one try again when it is over', async () => {
  scriptPortal({ 'profile.read': () => failure({ code: 'unavailable', retryAfter: 1 }) })
  await show(<ProfilePage />, signedIn, '/profile')
  await expect.element(button('Réessayer')).not.toHaveAttribute('aria-disabled')
  answerFromNowOn({ 'profile.read': () => success(profileOf({})) })
  await userEvent.click(button('Réessayer'))
  await expect.element(page.getByLabelText(/^Devise/u)).toBeVisible()
})
