/** The forgotten password, step by step, found by roles and by the words a person reads. */
import { expect, type Page } from '@playwright/test'
import type { SecurityQuestionId } from '../../../src/shared/contract/identity/security-questions.ts'
import { alertWith, chooseService } from './flows.ts'
import type { Say } from './texts.ts'

export type Answers = readonly (readonly [SecurityQuestionId, string])[]

/** Demo data: what the enrolled people answer, and where their codes go. */
export const recovering = {
  fr: {
    username: 'marie.lambert',
    email: 'marie.lambert@dedert-icesticks.example',
    answers: [
      ['favourite-city', 'Namur'],
      ['mothers-maiden-name', 'Delvaux'],
      ['first-pet', 'Rex'],
    ],
  },
  nl: {
    username: 'jan.peeters',
    email: 'jan.peeters@peeters-groep.example',
    answers: [
      ['childhood-street', 'Lindelaan'],
      ['first-car', 'Volvo 340'],
      ['favourite-teacher', 'Meester Claes'],
    ],
  },
} as const satisfies Record<string, { username: string; email: string; answers: Answers }>

/** Keeps every rule, and was never used by anybody. */
export const newPassword = 'Sept-Violons-Bleus-1987!'

export const recoveryForm = (page: Page, say: Say) => ({
  heading: (step: 'username' | 'answers' | 'code' | 'password') =>
    page.getByRole('heading', { name: say(`recovery:steps.${step}`), exact: true }),
  done: page.getByRole('heading', { name: say('recovery:done.heading') }),
  username: page.getByLabel(say('recovery:username.label'), { exact: true }),
  answer: (id: SecurityQuestionId) => page.getByLabel(say(`questions:${id}`), { exact: true }),
  code: page.getByLabel(say('forms:code.label'), { exact: true }),
  sendAgain: page.getByRole('button', { name: say('forms:code.send') }),
  newPassword: page.getByLabel(say('recovery:password.label'), { exact: true }),
  again: page.getByLabel(say('recovery:password.again'), { exact: true }),
  next: page.getByRole('button', { name: say('recovery:next'), exact: true }),
  previous: page.getByRole('button', { name: say('recovery:previous'), exact: true }),
  toSignIn: page.getByRole('button', { name: say('recovery:done.action') }),
})

/** From the sign-in page to the first step; a username that stands there comes along. */
export async function forgetPassword(page: Page, say: Say): Promise<void> {
  await page.getByRole('link', { name: say('signIn:forgotten') }).click()
  await page.getByRole('list', { name: say('common:steps.label') }).waitFor()
}

/** The first step, to the second. */
export async function beginRecovery(page: Page, say: Say, username: string): Promise<void> {
  const form = recoveryForm(page, say)
  await form.heading('username').waitFor()
  await form.username.fill(username)
  await form.next.click()
  await form.heading('answers').or(form.heading('code')).waitFor()
}

/** Fills in the second step. */
export async function fillAnswers(
  page: Page,
  say: Say,
  answers: Answers,
  code: string | null,
): Promise<void> {
  const form = recoveryForm(page, say)
  for (const [id, answer] of answers) {
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await form.answer(id).fill(answer)
  }
  if (code !== null) await form.code.fill(code)
}

/** The third step, to its good end. */
export async function choosePassword(page: Page, say: Say, password: string): Promise<void> {
  const form = recoveryForm(page, say)
  await form.heading('password').waitFor()
  await form.newPassword.fill(password)
  await form.again.fill(password)
  await form.next.click()
  await form.done.waitFor()
}

/** The app on the recovery's first page, with nobody signed in. */
export async function forgetful(
  launch: () => Promise<{ readonly page: Page }>,
  say: Say,
): Promise<Page> {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await forgetPassword(page, say)
  return page
}

/** Which of the five tries are left is the only thing that one learns. */
export async function expectRefused(page: Page, say: Say, left: number): Promise<void> {
  await expect(
    alertWith(
      page,
      say('errors:verification_failed.message'),
      say('errors:verification_failed.next'),
      say('forms:attempts.left', { count: left }),
    ),
  ).toBeFocused()
}
