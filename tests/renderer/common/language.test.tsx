import { beforeEach, expect, test } from 'vitest'
import { i18n } from '../../../src/renderer/common/i18n/i18n.ts'
import type { Language } from '../../../src/shared/languages.ts'
import {
  answerFromNowOn,
  callsOf,
  raiseEvent,
  scriptPortal,
  signedIn,
} from '../support/fake-portal.ts'
import { show } from '../support/stage.tsx'

beforeEach(() => scriptPortal({}))

/** Main tells of a session whose profile speaks `profile`, and that the app speaks `app`. */
function renew(profile: Language, app: Language) {
  if (signedIn.session.kind !== 'ready') throw new Error('signed in')
  const session = {
    kind: 'ready',
    user: { ...signedIn.session.user, language: profile },
  } as const
  answerFromNowOn({
    'app.state': () => ({ ok: true, data: { ...signedIn, language: app, session } }),
  })
  raiseEvent('session.changed', session)
}

test('the app follows the language that was saved in the profile', async () => {
  await show(<p />, signedIn)
  renew('nl', 'nl')
  await expect.poll(() => i18n.language).toBe('nl')
})

test('a renewed session with the same language asks nothing', async () => {
  await show(<p />, signedIn)
  const asked = callsOf('app.state').length
  renew('fr', 'fr')
  expect(callsOf('app.state')).toHaveLength(asked)
})
