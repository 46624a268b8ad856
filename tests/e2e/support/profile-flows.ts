/** The profile, found by roles and by the words a person reads. */
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { SecurityQuestionId } from '../../../src/shared/contract/identity/security-questions.ts'
import { chooseService, home, signIn } from './flows.ts'
import type { Credentials } from './flows.ts'
import type { Answers } from './recovery-flows.ts'
import type { Say } from './texts.ts'

type Section = 'preferences' | 'personal' | 'security'

/** Signs in to Serv@Net and opens the profile from its menu, as the guide does. */
export async function signInToProfile(
  page: Page,
  say: Say,
  credentials: Credentials,
): Promise<void> {
  await chooseService(page, say, 'servnet')
  await signIn(page, say, credentials)
  await openProfile(page, say)
}

/** From Serv@Net's menu. */
export async function openProfile(page: Page, say: Say): Promise<void> {
  await home(page, say)
    .menu.getByRole('link', { name: say('servnet:menu.profile') })
    .click()
  await preferencesForm(page, say).heading.waitFor()
}

/** To another section of the profile. */
export async function openSection(page: Page, say: Say, section: Section): Promise<void> {
  await page
    .getByRole('navigation', { name: say('profile:sections.label') })
    .getByRole('link', { name: say(`profile:sections.${section}`) })
    .click()
  await page.getByRole('heading', { name: say(`profile:${section}.heading`), level: 2 }).waitFor()
}

export const profilePage = (page: Page, say: Say) => ({
  save: page.getByRole('button', { name: say('profile:save.submit'), exact: true }),
  undo: page.getByRole('button', { name: say('profile:save.undo') }),
  saved: page.getByText(say('profile:save.saved')),
  unsaved: page.getByText(say('profile:save.unsaved')),
  kept: page.getByText(say('profile:kept.title')),
  discardKept: page.getByRole('button', { name: say('profile:kept.discard') }),
  conflict: page.getByRole('dialog', { name: say('profile:conflict.title') }),
  leaving: page.getByRole('alertdialog', { name: say('profile:leave.title') }),
})

export const preferencesForm = (page: Page, say: Say) => ({
  heading: page.getByRole('heading', { name: say('profile:preferences.heading'), level: 2 }),
  country: page.getByRole('combobox', {
    name: say('profile:preferences.defaultSearchCountry'),
    exact: true,
  }),
  startPage: page.getByLabel(say('profile:preferences.servnetStartPage'), { exact: true }),
  currency: page.getByLabel(say('profile:preferences.currency'), { exact: true }),
  // What belongs to the box goes on: where alerts are sent.
  alertsByEmail: page.getByRole('checkbox', { name: say('profile:preferences.alertsByEmail') }),
})

export const personalForm = (page: Page, say: Say) => ({
  // The label goes on: it says that the field may stay empty.
  firstName: page.getByRole('textbox', { name: say('profile:personal.firstName') }),
  lastName: page.getByRole('textbox', { name: say('profile:personal.lastName'), exact: true }),
  language: page.getByRole('combobox', { name: say('profile:personal.language'), exact: true }),
})

export const emailForm = (page: Page, say: Say) => ({
  change: page.getByRole('button', { name: say('profile:email.change'), exact: true }),
  email: page.getByLabel(say('profile:email.email'), { exact: true }),
  again: page.getByLabel(say('profile:email.emailConfirmation'), { exact: true }),
  request: page.getByRole('button', { name: say('profile:email.request'), exact: true }),
  code: page.getByLabel(say('forms:code.label'), { exact: true }),
  confirm: page.getByRole('button', { name: say('profile:email.confirm'), exact: true }),
  correct: page.getByRole('button', { name: say('profile:email.correct'), exact: true }),
  giveUp: page.getByRole('button', { name: say('profile:email.giveUp'), exact: true }),
})

/** Asks for another address, up to where the portal decides. */
export async function requestEmail(page: Page, say: Say, email: string): Promise<void> {
  const form = emailForm(page, say)
  await form.change.or(form.email).first().waitFor()
  if (await form.change.isVisible()) await form.change.click()
  await form.email.fill(email)
  await form.again.fill(email)
  await form.request.click()
}

export const reauthentication = (page: Page, say: Say) => {
  const dialog = page.getByRole('dialog').filter({ hasText: say('forms:reauthentication.text') })
  return {
    dialog,
    password: dialog.getByLabel(say('forms:reauthentication.password'), { exact: true }),
    submit: dialog.getByRole('button', { name: say('forms:reauthentication.submit') }),
    cancel: dialog.getByRole('button', { name: say('forms:cancel') }),
  }
}

/** Enters the password again, where it is asked for. */
export async function reauthenticate(page: Page, say: Say, password: string): Promise<void> {
  const asked = reauthentication(page, say)
  await asked.dialog.waitFor()
  await asked.password.fill(password)
  await asked.password.press('Enter')
  await asked.dialog.waitFor({ state: 'hidden' })
}

export const rehearsalForm = (page: Page, say: Say) => ({
  heading: page.getByRole('heading', { name: say('profile:rehearsal.title'), level: 2 }),
  answer: (id: SecurityQuestionId) => page.getByLabel(say(`questions:${id}`), { exact: true }),
  submit: page.getByRole('button', { name: say('profile:rehearsal.submit') }),
  allRight: page.getByRole('heading', { name: say('profile:rehearsal.allRight') }),
})

/** Fills in a rehearsal whose questions are shown, and has it checked. */
export async function rehearse(page: Page, say: Say, answers: Answers): Promise<void> {
  const form = rehearsalForm(page, say)
  for (const [id, answer] of answers) {
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await form.answer(id).fill(answer)
  }
  await form.submit.click()
}

/** Resolves when main says that what was typed in the profile is kept. */
export async function draftKept(page: Page): Promise<void> {
  const reminders = () => page.evaluate(() => window.portal.call('profile.reminders', {}))
  await expect.poll(reminders).toMatchObject({ data: { unsaved: 'personal' } })
}
