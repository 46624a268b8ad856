import { expect, it } from 'vitest'
import { hostFetch, startMain } from '../support/main.ts'
import { marie } from '../support/people.ts'
import { startPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('tokens are renewed for nothing that the portal’s own answer already says', async () => {
  await using stack = new AsyncDisposableStack()
  const portal = await startPortal(stack)
  let renewals = 0
  const main = startMain({
    portalUrl: portal.url,
    folder: temporaryFolder(stack),
    fetch: (url, init) => {
      if (url.endsWith('/sessions/refresh')) renewals += 1
      return hostFetch(url, init)
    },
  })
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  const first = await main.ask('profile.read', {})
  const names = { firstName: 'Marie-Claire', lastName: 'Delvaux' }
  const inItalian = { ...names, language: 'it' } as const
  await main.ask('profile.savePersonal', { version: first.me.version, changes: inItalian })
  const second = await main.ask('profile.read', {})
  await main.ask('profile.savePreferences', {
    version: second.preferences.version,
    changes: { currency: 'CHF', language: 'nl' },
  })
  expect(main.views.at(-1)).toMatchObject({
    kind: 'ready',
    user: { displayName: 'Marie-Claire Delvaux', language: 'nl' },
  })
  expect(main.settings.values().profileLanguage).toBe('nl')
  const currentPassword = marie.password
  const newPassword = 'Un-Autre-Chemin-8265!'
  await main.ask('security.changePassword', { currentPassword, newPassword })
  expect(renewals).toBe(0)
})
