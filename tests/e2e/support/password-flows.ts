/** Changing a password that one knows, where it must be and where one may. */
import type { Page } from 'playwright-core'
import type { Say } from './texts.ts'

/** Demo data: enrolled, Spanish, and the password has expired. */
export const expired = {
  username: 'sofia.alvarez',
  password: 'Caducada-Hace-Poco-2026!',
  email: 'sofia.alvarez@aceites-alvarez.example',
} as const

export const passwordForm = (page: Page, say: Say) => ({
  due: page.getByRole('heading', { name: say('passwords:due.title') }),
  current: page.getByLabel(say('passwords:change.current'), { exact: true }),
  new: page.getByLabel(say('passwords:change.new'), { exact: true }),
  keepOthers: page.getByRole('checkbox', { name: say('passwords:change.keepOthers') }),
  submit: page.getByRole('button', { name: say('passwords:change.submit'), exact: true }),
  signOut: page.getByRole('button', { name: say('passwords:due.signOut'), exact: true }),
})

/** Fills in the form and submits it with Enter. */
export async function changePassword(
  page: Page,
  say: Say,
  from: string,
  to: string,
): Promise<void> {
  const form = passwordForm(page, say)
  await form.current.fill(from)
  await form.new.fill(to)
  await form.new.press('Enter')
}
