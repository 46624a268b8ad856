/** The profile's security: password, questions, devices, and what happened to the account. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { z } from 'zod'
import { securityEventSchema } from '../../src/shared/contract/identity/security-events.ts'
import { alertWith, regular, securityForm } from './support/flows.ts'
import { signInElsewhere, trySignIn } from './support/other-device.ts'
import { changePassword } from './support/password-flows.ts'
import { letterTo, lettersTo } from './support/letters.ts'
import {
  openSection,
  reauthenticate,
  reauthentication,
  rehearsalForm,
  rehearse,
  signInToProfile,
} from './support/profile-flows.ts'
import { newPassword, recovering } from './support/recovery-flows.ts'
import { expect, test } from './support/test.ts'

const { password } = regular.fr

test('another password: the wrong one, an old one, a new one', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const other = await signInElsewhere(portal.url, regular.fr)
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'security')
  await page.getByRole('link', { name: say('profile:password.change') }).click()
  await changePassword(page, say, 'Pas-Le-Bon-2026!', newPassword)
  await expect(alertWith(page, say('errors:fields.invalid_credentials'))).toBeFocused()
  await changePassword(page, say, password, password)
  await expect(alertWith(page, say('errors:fields.used_before'))).toBeFocused()
  await changePassword(page, say, password, newPassword)
  await expect(page.getByText(say('profile:password.changed'))).toBeVisible()
  await expect(page.getByText(say('profile:password.ended', { count: 1 }))).toBeVisible()
  expect((await other.call('GET', '/v1/sessions')).status).toBe(401)
  expect((await trySignIn(portal.url, regular.fr)).status).toBe(401)
  const subject = say('mail:password_changed.subject')
  await letterTo(mailbox, { to: recovering.fr.email, subject })
})

test('other questions, which a rehearsal then asks', async ({ launch, say }) => {
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'security')
  await page.getByRole('link', { name: say('profile:questions.show') }).click()
  await reauthenticate(page, say, password)
  await expect(page.getByText(say('questions:favourite-city')).first()).toBeVisible()

  const chosen = [
    ['first-car', 'Citroën Dyane'],
    ['favourite-dish', 'Boulets à la liégeoise'],
    ['holiday-place', 'Ostende'],
  ] as const
  const form = securityForm(page, say)
  for (const [index, [id, answer]] of chosen.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await form.question(index + 1).selectOption(id)
    // oxlint-disable-next-line no-await-in-loop -- a person fills in one field after the other
    await form.answer(index + 1).fill(answer)
  }
  await page.getByRole('button', { name: say('profile:questions.submit') }).click()
  await expect(page.getByText(say('profile:questions.changed'))).toBeVisible()

  await page.getByRole('link', { name: say('profile:back.security') }).click()
  await page.getByRole('link', { name: say('profile:questions.rehearse') }).click()
  await page.getByRole('button', { name: say('profile:rehearsal.start') }).click()
  const [car, dish] = chosen
  await rehearse(page, say, [car, dish, ['holiday-place', 'Knokke']])
  await expect(
    page.getByRole('heading', { name: say('profile:rehearsal.someWrong', { count: 1 }) }),
  ).toBeFocused()
  await expect(page.getByText(say('profile:rehearsal.wrong'), { exact: true })).toHaveCount(1)
  await page.getByRole('button', { name: say('profile:rehearsal.again') }).click()
  await rehearse(page, say, chosen)
  await expect(rehearsalForm(page, say).allRight).toBeFocused()
})

test('devices: new ones are told by e-mail; this one, ending one, ending all others', async ({
  launch,
  portal,
  mailbox,
  say,
}) => {
  const [laptop, old, tablet] = [
    await signInElsewhere(portal.url, regular.fr, 'Portable du bureau'),
    await signInElsewhere(portal.url, regular.fr, 'Vieux portable'),
    await signInElsewhere(portal.url, regular.fr, 'Tablette'),
  ]
  const told = { to: recovering.fr.email, subject: say('mail:new_device.subject') }
  // The first device ever is nothing new.
  await letterTo(mailbox, told, 2)
  // Each is delivered by itself: which one arrives first is the mail server's affair.
  const texts = lettersTo(mailbox, told).map(({ text = '' }) => text)
  expect(texts).toHaveLength(2)
  for (const device of ['Vieux portable', 'Tablette']) {
    expect(texts.filter((text) => text.includes(device))).toHaveLength(1)
  }
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'security')
  const row = (hasText: string): Locator =>
    page
      .getByRole('listitem')
      .filter({ hasText })
      .filter({
        hasText: say('profile:sessions.lastUsed'),
      })
  await expect(row('Vieux portable')).toContainText('macOS')
  await expect(row(say('profile:sessions.thisDevice'))).toHaveCount(1)

  const end = (device: string) =>
    page.getByRole('button', { name: say('profile:sessions.endLong', { device }) })
  await end('Vieux portable').click()
  await reauthentication(page, say).cancel.click()
  await expect(row('Vieux portable')).toBeVisible()
  await end('Vieux portable').click()
  await reauthenticate(page, say, password)
  await expect(
    page.getByText(say('profile:sessions.ended', { device: 'Vieux portable' })),
  ).toBeVisible()
  await expect(row('Vieux portable')).toHaveCount(0)
  expect((await old.call('GET', '/v1/sessions')).status).toBe(401)
  expect((await laptop.call('GET', '/v1/sessions')).status).toBe(200)

  const endOthers = page.getByRole('button', { name: say('profile:sessions.endOthers') })
  await endOthers.click()
  await page.getByRole('button', { name: say('profile:sessions.keep') }).click()
  expect((await tablet.call('GET', '/v1/sessions')).status).toBe(200)
  await endOthers.click()
  await page.getByRole('button', { name: say('profile:sessions.confirm'), exact: true }).click()
  await expect(page.getByText(say('profile:sessions.othersEnded', { count: 2 }))).toBeVisible()
  await expect(page.getByText(say('profile:sessions.onlyThis'))).toBeVisible()
  expect((await laptop.call('GET', '/v1/sessions')).status).toBe(401)
  expect((await tablet.call('GET', '/v1/sessions')).status).toBe(401)
})

test('what happened, in plain words, and as files', async ({
  launch,
  portal,
  exports: folder,
  say,
}) => {
  await trySignIn(portal.url, { ...regular.fr, password: 'Pas-Le-Bon-2026!' })
  // Whoever signs in names their device: a spreadsheet must not compute it.
  await signInElsewhere(portal.url, regular.fr, '=HYPERLINK("http://example.org")')
  const { page } = await launch()
  await signInToProfile(page, say, regular.fr)
  await openSection(page, say, 'security')
  await expect(page.getByText(say('profile:events.sign_in_failed'))).toBeVisible()
  await expect(page.getByText(say('profile:events.signed_in')).first()).toBeVisible()

  const save = async (format: 'csv' | 'json'): Promise<string> => {
    await page.getByRole('button', { name: say(`profile:history.${format}`) }).click()
    const name = new RegExp(`${say('eventsFile:name')}-\\d{4}-\\d{2}-\\d{2}\\.${format}`, 'u')
    const said = page.getByText(name)
    await expect(said).toBeVisible()
    const [fileName = ''] = name.exec(await said.innerText()) ?? []
    return readFileSync(path.join(folder, fileName), 'utf8')
  }
  const json = z.array(securityEventSchema).parse(JSON.parse(await save('json')))
  expect(json.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['signed_in', 'sign_in_failed']),
  )
  const csv = await save('csv')
  const [header, ...rows] = csv.trimEnd().split('\r\n')
  const columns = ['at', 'event', 'device', 'platform', 'address'] as const
  expect(header).toBe(`\uFEFF${columns.map((name) => say(`eventsFile:columns.${name}`)).join(';')}`)
  expect(rows).toHaveLength(json.length)
  expect(csv).toContain(say('profile:events.sign_in_failed'))
  expect(csv).not.toMatch(/(?:^|;)"?[=+@]/mu)
})
