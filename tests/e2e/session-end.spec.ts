/** Windows ends its session, and the app with it, without the app's having quit. */
import { z } from 'zod'
import { findElectron } from '../../scripts/lib/electron-binary.ts'
import {
  chooseService,
  fillSecurity,
  home,
  enrolment,
  newcomer,
  personalDataForm,
  regular,
  securityForm,
  signIn,
  signInForm,
} from './support/flows.ts'
import { keychainObstacle } from './support/keychain.ts'
import { signInElsewhere } from './support/other-device.ts'
import { expect, test } from './support/test.ts'

test.skip(findElectron() !== null, 'only Windows ends Electron so')

test('what was typed is there again', async ({ launch, say }) => {
  test.skip(keychainObstacle() !== null, 'without a keychain nothing is kept')
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, newcomer)
  await securityForm(first.page, say).heading.waitFor()
  await fillSecurity(first.page, say, enrolment)
  await securityForm(first.page, say).next.click()
  await personalDataForm(first.page, say).heading.waitFor()
  await personalDataForm(first.page, say).firstName.fill('Noé')
  await personalDataForm(first.page, say).firstName.blur()
  await first.endSession()

  const { page } = await launch()
  await expect(personalDataForm(page, say).firstName).toHaveValue('Noé')
})

const listSchema = z.object({ items: z.array(z.object({ current: z.boolean() })) })

test('a session that is not kept ends at the portal too', async ({ launch, portal, say }) => {
  const { page, endSession } = await launch()
  await chooseService(page, say, 'servnet')
  await signInForm(page, say).staySignedIn.setChecked(false)
  await signIn(page, say, regular.fr)
  await expect(home(page, say).banner).toBeVisible()
  const elsewhere = await signInElsewhere(portal.url, regular.fr)
  const others = async () => {
    const { json } = await elsewhere.call('GET', '/v1/sessions')
    return listSchema.parse(json).items.filter(({ current }) => !current).length
  }
  expect(await others()).toBe(1)
  await endSession()
  await expect.poll(others).toBe(0)
})
