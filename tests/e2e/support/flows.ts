/** What a person does in the app, step by step, found by roles and by the words they read. */
import type { Locator, Page } from 'playwright-core'
import type { ServiceId } from '../../../src/shared/services.ts'
import type { Say } from './texts.ts'

export type Credentials = { readonly username: string; readonly password: string }

/** Demo data: invited, not enrolled yet. */
export const newcomer = { username: 'nouveau.client', password: 'Bienvenue-2016!' } as const
/** Demo data: enrolled. */
export const regular = {
  fr: { username: 'marie.lambert', password: 'Confiance-En-Route-2026!' },
  nl: { username: 'jan.peeters', password: 'Grote-Portefeuille-2026!' },
} as const

export type Enrolment = {
  readonly newPassword: string
  readonly answers: readonly [string, string, string]
  readonly email: string
  readonly emailConfirmation: string
  readonly firstName: string
  readonly lastName: string
}

/** What the newcomer answers when asked. */
export const enrolment: Enrolment = {
  newPassword: 'Sept-Violons-Bleus-1987!',
  answers: ['Namur', 'Delvaux', 'Rex'],
  email: 'claire.dumont@dedert.example',
  emailConfirmation: 'claire.dumont@dedert.example',
  firstName: 'Claire',
  lastName: 'Dumont',
}

/** Resolves once the page answers to what a person does, and not only shows itself. */
export async function wired(page: Page): Promise<void> {
  await page.locator('html[data-wired]').waitFor({ state: 'attached' })
}

/** The services page: opens the sign-in of one of the four. */
export async function chooseService(page: Page, say: Say, service: ServiceId): Promise<void> {
  await page.getByRole('link', { name: say(`services:${service}.action`) }).click()
  await page.getByRole('heading', { name: say('signIn:title') }).waitFor()
}

export const signInForm = (page: Page, say: Say) => ({
  username: page.getByLabel(say('signIn:username'), { exact: true }),
  password: page.getByLabel(say('signIn:password'), { exact: true }),
  staySignedIn: page.getByRole('checkbox', { name: say('signIn:staySignedIn') }),
  submit: page.getByRole('button', { name: say('signIn:submit'), exact: true }),
})

/** Fills in the sign-in form and submits it with Enter. */
export async function signIn(page: Page, say: Say, credentials: Credentials): Promise<void> {
  const form = signInForm(page, say)
  await form.username.fill(credentials.username)
  await form.password.fill(credentials.password)
  await form.password.press('Enter')
}

export const securityForm = (page: Page, say: Say) => ({
  heading: page.getByRole('heading', { name: say('enrolment:steps.security'), exact: true }),
  newPassword: page.getByLabel(say('enrolment:security.newPassword'), { exact: true }),
  question: (number: number) =>
    page.getByLabel(say('forms:questions.question', { number }), { exact: true }),
  answer: (number: number) =>
    page.getByLabel(say('forms:questions.answer', { number }), { exact: true }),
  next: page.getByRole('button', { name: say('enrolment:security.next'), exact: true }),
})

/** Chooses the first question of each list that no other list has. */
export async function chooseQuestions(page: Page, say: Say): Promise<void> {
  const form = securityForm(page, say)
  for (const number of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await form.question(number).selectOption({ index: number })
  }
}

/** Fills in step 1, secrets included. */
export async function fillSecurity(page: Page, say: Say, data: Enrolment): Promise<void> {
  const form = securityForm(page, say)
  await form.newPassword.fill(data.newPassword)
  await chooseQuestions(page, say)
  for (const [index, answer] of data.answers.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await form.answer(index + 1).fill(answer)
  }
}

export const personalDataForm = (page: Page, say: Say) => ({
  heading: page.getByRole('heading', { name: say('enrolment:steps.personalData') }),
  email: page.getByLabel(say('enrolment:personalData.email'), { exact: true }),
  emailConfirmation: page.getByLabel(say('enrolment:personalData.emailConfirmation'), {
    exact: true,
  }),
  // The label goes on: it says that the field may stay empty.
  firstName: page.getByRole('textbox', { name: say('enrolment:personalData.firstName') }),
  lastName: page.getByRole('textbox', {
    name: say('enrolment:personalData.lastName'),
    exact: true,
  }),
  language: page.getByLabel(say('enrolment:personalData.language'), { exact: true }),
  alertsByEmail: page.getByRole('checkbox', { name: say('enrolment:personalData.alertsByEmail') }),
  back: page.getByRole('button', { name: say('enrolment:personalData.back'), exact: true }),
  next: page.getByRole('button', { name: say('enrolment:personalData.next'), exact: true }),
})

/** Fills in step 2. */
export async function fillPersonalData(page: Page, say: Say, data: Enrolment): Promise<void> {
  const form = personalDataForm(page, say)
  await form.email.fill(data.email)
  await form.emailConfirmation.fill(data.emailConfirmation)
  await form.firstName.fill(data.firstName)
  await form.lastName.fill(data.lastName)
}

/** Both steps, from wherever the person is, to Serv@Net. */
export async function completeEnrolment(page: Page, say: Say, data: Enrolment): Promise<void> {
  const security = securityForm(page, say)
  const personalData = personalDataForm(page, say)
  await security.heading.or(personalData.heading).waitFor()
  if (await security.heading.isVisible()) {
    await fillSecurity(page, say, data)
    await security.next.click()
    await personalData.heading.waitFor()
  }
  await fillPersonalData(page, say, data)
  await personalData.next.click()
  // A moment of success may come first; it leads on by itself.
  await page.waitForURL('**/servnet')
}

/** Serv@Net's first page, once its messages and alerts are there. */
export const home = (page: Page, say: Say) => ({
  banner: page.getByText(say('servnet:banner.steer_with_confidence')),
  alerts: page.getByRole('heading', { name: say('servnet:alerts.title') }),
  contact: page.getByRole('heading', { name: say('servnet:contact.title') }),
  menu: page.getByRole('navigation', { name: say('shell:menu.label') }),
})

/** Presses the menu's link to Serv@Net's first page. */
export async function pressHome(page: Page, say: Say): Promise<void> {
  await home(page, say)
    .menu.getByRole('link', { name: say('servnet:menu.home') })
    .click()
}

/** The home page's card for an address that is not confirmed yet. */
export function emailReminder(page: Page, say: Say) {
  const region = page.getByRole('region', { name: say('servnet:reminders.confirmEmail') })
  return {
    region,
    code: region.getByLabel(say('forms:code.label'), { exact: true }),
    confirm: region.getByRole('button', { name: say('profile:email.confirm'), exact: true }),
    sendAgain: region.getByRole('button', { name: say('forms:code.send'), exact: true }),
    correct: region.getByRole('link', { name: say('profile:email.correct'), exact: true }),
    later: region.getByRole('button', { name: say('servnet:reminders.later'), exact: true }),
  }
}

/** Enters the code that was sent to `email` at the enrolment, on the home page. */
export async function confirmEmail(
  page: Page,
  say: Say,
  { email, code }: { readonly email: string; readonly code: string },
): Promise<void> {
  const card = emailReminder(page, say)
  await card.code.fill(code)
  await card.confirm.click()
  await page.getByText(say('profile:email.unconfirmed.confirmed', { email })).waitFor()
}

/** An error of the whole form: its sentence and its next step, announced together. */
export function alertWith(page: Page, ...sentences: readonly string[]): Locator {
  return sentences.reduce((alert, hasText) => alert.filter({ hasText }), page.getByRole('alert'))
}

/** The person signs out from wherever the menu is. */
export async function signOut(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('shell:menu.signOut') }).click()
  await page.getByRole('heading', { name: say('signIn:title') }).waitFor()
}
