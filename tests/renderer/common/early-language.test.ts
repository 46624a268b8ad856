/** In a file of its own, where no test before it has made the texts ready. */
import { expect, test } from 'vitest'
import { setSession } from '../../../src/renderer/common/data/app-store.ts'
import { i18n, initI18n } from '../../../src/renderer/common/i18n/i18n.ts'
import { scriptPortal, signedIn } from '../support/fake-portal.ts'

test('a session that is told before the texts are there leads to its language all the same', async () => {
  scriptPortal({ 'app.state': () => ({ ok: true, data: { ...signedIn, language: 'nl' } }) })
  setSession(signedIn.session)
  // What main answers has arrived by then.
  await new Promise((done) => requestAnimationFrame(done))
  await initI18n('fr')
  await expect.poll(() => i18n.language).toBe('nl')
  expect(i18n.t('language.label')).toBe('Taal')
})
