import { afterEach, beforeEach, expect, it } from 'vitest'
import { startMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { jan, marie } from '../../support/people.ts'
import { startPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

it('keeps how a person wants to see a list, for the next start and for nobody else', async () => {
  const portal = await startPortal(stack)
  const options = {
    portalUrl: portal.url,
    folder: temporaryFolder(stack),
    keychain: createMemoryKeychain(),
    fetch: portal.fetch,
  }
  const main = startMain(options)
  expect(await main.call('credit.listView', { list: 'buyers' })).toMatchObject({
    error: { code: 'unauthenticated' },
  })
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  const first = { view: { columns: null, density: 'dense' } }
  expect(await main.ask('credit.listView', { list: 'buyers' })).toEqual(first)

  const view = { columns: ['name', 'rating'], density: 'comfortable' as const }
  await main.ask('credit.saveListView', { list: 'buyers', view })
  expect(await main.ask('credit.listView', { list: 'limits' })).toEqual(first)
  await main.services.close()

  const again = startMain(options)
  await again.ask('app.state', {})
  expect(await again.ask('credit.listView', { list: 'buyers' })).toEqual({ view })
  await again.ask('session.signOut', {})
  await again.ask('session.signIn', { ...jan, staySignedIn: false })
  expect(await again.ask('credit.listView', { list: 'buyers' })).toEqual(first)
  await again.services.close()
})
