/** The switches of what the system shows, and the hours in which it does not. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import { firstNotificationSettings } from '../../../../src/shared/contract/app/notifications.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { scriptProfile } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

const save = page.getByRole('button', { name: 'Enregistrer' })

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  answerFromNowOn({
    'notifications.read': () => success(firstNotificationSettings),
    'notifications.save': (settings) => success(settings),
  })
  await show(<ProfilePage />, signedIn, '/profile/notifications')
})

test('a kind is switched off, and hours are set', async () => {
  await userEvent.click(page.getByRole('checkbox', { name: 'Les nouveaux messages' }))
  await userEvent.click(page.getByRole('checkbox', { name: /Ne rien signaler/u }))
  await userEvent.fill(page.getByLabelText('De', { exact: true }), '18:15')
  await userEvent.click(save)
  await expect.element(page.getByText('Vos réglages sont enregistrés.')).toBeVisible()
  const { kinds, quiet } = firstNotificationSettings
  expect(callsOf('notifications.save')).toEqual([
    { kinds: { ...kinds, message: false }, quiet: { ...quiet, isOn: true, from: '18:15' } },
  ])
})

test('hours that never end, or no hours, are not sent', async () => {
  await userEvent.click(page.getByRole('checkbox', { name: /Ne rien signaler/u }))
  const to = page.getByLabelText('À', { exact: true })
  await userEvent.fill(to, '19:00')
  await userEvent.click(save)
  await expect.element(page.getByText('Choisissez deux heures différentes.')).toBeVisible()
  await userEvent.fill(to, '')
  await userEvent.click(save)
  await expect.element(page.getByText(/Indiquez une heure/u)).toBeVisible()
  expect(callsOf('notifications.save')).toEqual([])
  await userEvent.click(page.getByRole('checkbox', { name: /Ne rien signaler/u }))
  await userEvent.click(save)
  await expect.poll(() => callsOf('notifications.save')).toEqual([firstNotificationSettings])
})

test('what is not kept stays on the screen, and says why', async () => {
  answerFromNowOn({ 'notifications.save': () => failure({ code: 'disk_full' }) })
  const messages = page.getByRole('checkbox', { name: 'Les nouveaux messages' })
  await userEvent.click(messages)
  await userEvent.click(save)
  await expect.element(page.getByRole('alert')).toMatchTextContent(/disque .* est plein/u)
  await expect.element(messages).not.toBeChecked()
})
