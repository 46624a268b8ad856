import { expect, it } from 'vitest'
import { errors as frenchErrors } from '../../src/shared/i18n/fr/errors.ts'
import { recovery } from '../../src/shared/i18n/fr/recovery.ts'
import { signIn as french } from '../../src/shared/i18n/fr/sign-in.ts'
import { errors as germanErrors } from '../../src/shared/i18n/de/errors.ts'
import { signIn as german } from '../../src/shared/i18n/de/sign-in.ts'
import { errorCodes } from '../../src/shared/contract/error-codes.ts'
import { failure } from '../../src/shared/contract/result.ts'
import type { AppError } from '../../src/shared/contract/result.ts'
import type { AppState } from '../../src/shared/contract/routes.ts'
import { freshState } from './support/fake-portal.ts'
import { callsOf, builtPages } from './support/open-page.ts'

const { open } = builtPages()

const withState = (change: Partial<AppState>) => ({
  'app.state': { ok: true, data: { ...freshState, ...change } } as const,
})

async function signInInto(error: AppError) {
  const { page, complaints } = await open('/sign-in', {
    answers: { 'session.signIn': failure(error) },
    prepare: (opened) => opened.clock.install(),
  })
  await page.locator('#username').fill('marie.lambert')
  await page.locator('#password').fill('pas le bon')
  await page.locator('#password').press('Enter')
  await page.getByRole('alert').waitFor()
  return { page, complaints }
}

/** A sentence up to where something is filled in. */
const beginOf = (sentence: string) => sentence.split('{{')[0] ?? ''

it('has a sentence and a next step for everything that can go wrong, and keeps what was typed', async () => {
  const { page, complaints } = await signInInto({ code: 'unexpected' })
  for (const code of errorCodes.filter((one) => one !== 'too_many_attempts')) {
    // oxlint-disable no-await-in-loop -- one person, one form: one try after the other
    await page.evaluate((error) => window.answerPortal('session.signIn', error), failure({ code }))
    await page.locator('#password').press('Enter')
    const { message, next } = frenchErrors[code]
    const alert = page.getByRole('alert').filter({ hasText: beginOf(message) })
    await alert.waitFor()
    expect(await alert.innerText()).toContain(beginOf(next))
    await expect.poll(() => alert.evaluate((node) => node === document.activeElement)).toBe(true)
    // oxlint-enable no-await-in-loop
  }
  expect(await page.locator('#username').inputValue()).toBe('marie.lambert')
  expect(await page.locator('#password').inputValue()).toBe('pas le bon')
  expect(complaints).toEqual([])
})

it('counts down truthfully while throttled, and then lets one try again', async () => {
  const { page } = await signInInto({ code: 'too_many_attempts', retryAfter: 95 })
  const timer = page.getByRole('timer')
  expect(await timer.innerText()).toMatch(/dans 1\sminute et 3[0-5]\ssecondes\.$/)
  await page.clock.runFor(40_000)
  expect(await timer.innerText()).toMatch(/dans (?:5[0-5]|4\d)\ssecondes\.$/)
  await page.locator('#password').press('Enter')
  expect(await callsOf(page, 'session.signIn')).toHaveLength(1)
  // A computer that slept: the clock jumped, the ticks did not.
  await page.clock.fastForward(55_000)
  await expect.poll(() => timer.innerText()).toBe(french.waitingOver)
  await page.locator('#password').press('Enter')
  await expect.poll(() => callsOf(page, 'session.signIn')).toHaveLength(2)
})

it('lists all that is missing, and leads to each field', async () => {
  const { page } = await open('/sign-in')
  await page.locator('button[type=submit]').click()
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.getByRole('link').allInnerTexts()).toEqual([
    french.usernameMissing,
    french.passwordMissing,
  ])
  await alert.getByRole('link', { name: french.passwordMissing }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('password')
  expect(await page.locator('#password').getAttribute('aria-invalid')).toBe('true')
  expect(await callsOf(page, 'session.signIn')).toEqual([])
})

it('switches every text at once, errors included, and loses nothing typed', async () => {
  const { page } = await signInInto({ code: 'invalid_credentials' })
  await page.locator('nav select').selectOption('de')
  await page.getByRole('heading', { name: german.title }).waitFor()
  expect(await page.getByRole('alert').innerText()).toContain(
    germanErrors.invalid_credentials.message,
  )
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await page.locator('#password').inputValue()).toBe('pas le bon')
  expect(await page.title()).toContain(german.windowTitle)
})

it('fills in who was here before, and puts the cursor on the password', async () => {
  const { page } = await open('/sign-in', {
    answers: withState({
      session: { kind: 'signedOut', username: 'marie.lambert', reason: 'session_ended' },
    }),
  })
  await expect.poll(() => page.locator('#username').inputValue()).toBe('marie.lambert')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('password')
  await page.getByText(french.reason.sessionEnded).waitFor()
})

it('fills in who was here before also where the password was typed first', async () => {
  const { page } = await open('/sign-in', { answers: { 'app.state': undefined } })
  await page.locator('#password').pressSequentially('Confiance')
  await page.evaluate((answer) => window.answerLate('app.state', answer), {
    ok: true,
    data: {
      ...freshState,
      session: { kind: 'signedOut', username: 'marie.lambert', reason: 'none' },
    },
  })
  await expect.poll(() => page.locator('#username').inputValue()).toBe('marie.lambert')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('password')
  expect(await page.locator('#password').inputValue()).toBe('Confiance')
})

it('takes the username along to the forgotten password, and back', async () => {
  const { page } = await open('/sign-in', {
    answers: { 'recovery.read': { ok: true, data: { step: 'username', username: null } } },
  })
  await page.locator('#username').fill('marie.lambert')
  await page.getByRole('link', { name: french.forgotten }).click()
  await page.getByRole('heading', { name: recovery.steps.username }).waitFor()
  expect(await page.locator('#username').inputValue()).toBe('marie.lambert')
  await page.locator('#username').fill('jan.peeters')
  await page.getByRole('link', { name: recovery.back }).click()
  await page.locator('#password').waitFor()
  expect(await page.locator('#username').inputValue()).toBe('jan.peeters')
})

it('cannot stay signed in without a keychain, and says why', async () => {
  const { page } = await open('/sign-in', { answers: withState({ canStaySignedIn: false }) })
  const box = page.getByRole('checkbox')
  await expect.poll(() => box.isDisabled()).toBe(true)
  await page.getByText(french.staySignedInUnavailable).waitFor()
  await page.locator('#username').fill('a')
  await page.locator('#password').fill('b')
  await page.locator('#password').press('Enter')
  await expect
    .poll(() => callsOf(page, 'session.signIn'))
    .toEqual([{ username: 'a', password: 'b', staySignedIn: false }])
})

it('warns of locked capitals while one types a password', async () => {
  const { page } = await open('/sign-in')
  const press = (capsLock: boolean) =>
    page
      .locator('#password')
      .evaluate(
        (field, modifierCapsLock) =>
          field.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock }),
          ),
        capsLock,
      )
  const notice = page.getByRole('status').filter({ hasText: 'Verr. Maj' })
  await press(true)
  await notice.waitFor()
  await press(false)
  await notice.waitFor({ state: 'detached' })
})

it('shows and hides the password', async () => {
  const { page } = await open('/sign-in')
  const field = page.locator('#password')
  await field.fill('secret')
  await page.getByRole('button', { name: /Afficher/ }).click()
  expect(await field.getAttribute('type')).toBe('text')
  await page.getByRole('button', { name: /Masquer/ }).click()
  expect(await field.getAttribute('type')).toBe('password')
  expect(await field.inputValue()).toBe('secret')
})

it('names the service that was chosen', async () => {
  const { page } = await open('/sign-in', { answers: withState({ service: 'collectnet' }) })
  await page.getByText('Connexion à Collect@Net').waitFor()
})
