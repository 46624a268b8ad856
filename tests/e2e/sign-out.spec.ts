/** Signing out leaves nothing of the person on this computer, nor at the portal. */
import { z } from 'zod'
import { filesWith } from './support/disk.ts'
import { chooseService, home, regular, signIn, signInForm, signOut } from './support/flows.ts'
import { countKeychainEntries, keychainObstacle } from './support/keychain.ts'
import { expect, test } from './support/test.ts'

const signedInSchema = z.object({ accessToken: z.string() })
const sessionsSchema = z.object({ items: z.array(z.object({ current: z.boolean() })) })

/** The person's sessions at the portal, without the one that asks. */
async function otherSessions(portalUrl: string): Promise<number> {
  const { username, password } = regular.fr
  const device = { name: 'test', platform: 'other' }
  const created = await fetch(`${portalUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, device }),
  })
  const { accessToken } = signedInSchema.parse(await created.json())
  const headers = { authorization: `Bearer ${accessToken}` }
  const listed = await fetch(`${portalUrl}/v1/sessions`, { headers })
  const others = sessionsSchema.parse(await listed.json()).items.filter(({ current }) => !current)
  await fetch(`${portalUrl}/v1/sessions/current`, { method: 'DELETE', headers })
  return others.length
}

test('nothing is left', async ({ launch, profile, portal, keychain, say }) => {
  const obstacle = keychainObstacle()
  test.skip(obstacle !== null, obstacle ?? '')
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).banner).toBeVisible()
  await expect(first.page.getByText('Glaces du Condroz SA')).toBeVisible()
  expect(await otherSessions(portal.url)).toBe(1)
  await expect.poll(() => countKeychainEntries(keychain)).toBeGreaterThan(0)

  await signOut(first.page, say)
  await expect(first.page.getByText(say('signIn:reason.signedOut'))).toBeVisible()
  await expect(signInForm(first.page, say).username).toHaveValue('')
  await expect.poll(() => countKeychainEntries(keychain)).toBe(0)
  await expect.poll(() => otherSessions(portal.url)).toBe(0)
  await first.close()
  const traces = [regular.fr.username, regular.fr.password, 'Glaces du Condroz', 'Marie Lambert']
  expect(filesWith(profile, traces)).toEqual([])

  const { page } = await launch()
  await expect(page).toHaveURL(/\/sign-in$/u)
  await expect(signInForm(page, say).username).toHaveValue('')
})

test('signing out works without a network, at once', async ({ launch, faulty, keychain, say }) => {
  const obstacle = keychainObstacle()
  test.skip(obstacle !== null, obstacle ?? '')
  const { page } = await launch({ portalUrl: faulty.url })
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await expect(home(page, say).banner).toBeVisible()
  await faulty.shut()
  await signOut(page, say)
  await expect.poll(() => countKeychainEntries(keychain)).toBe(0)
})

test('a session that the portal ended asks to sign in again, and says so', async ({
  launch,
  portal,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).banner).toBeVisible()
  await first.close()

  await portal.command('revoke-sessions', '--username', regular.fr.username)
  const { page } = await launch()
  await expect(page.getByText(say('signIn:reason.sessionEnded'))).toBeVisible()
  await expect(signInForm(page, say).username).toHaveValue(regular.fr.username)
})
