/** What the same person does on another computer reaches this one by the portal's own word. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
})
afterEach(() => stack.disposeAsync())

async function computer(): Promise<TestMain> {
  const [folder, keychain] = [temporaryFolder(stack), createMemoryKeychain()]
  const main = startMain({ portalUrl: portal.url, folder, keychain })
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  await expect.poll(async () => (await main.ask('status.read', {})).syncedAt).not.toBeNull()
  return main
}

const alerts = async (main: TestMain) =>
  (await main.ask('servnet.alerts', { cursor: null })).page.items

it.each(['wakes', 'is asked to'] as const)(
  'a tick is shown here once this computer %s',
  async (when) => {
    const [here, elsewhere] = [await computer(), await computer()]
    const first = (await alerts(here)).find(({ handled }) => !handled)
    const id = first?.id ?? ''
    await elsewhere.ask('servnet.setAlertHandled', { id, handled: true })
    await expect.poll(() => elsewhere.ask('outbox.read', {})).toEqual({ items: [] })
    const before = here.changed.length
    if (when === 'wakes') here.services.awake()
    else await here.ask('status.check', {})
    await expect
      .poll(async () => (await alerts(here)).find((one) => one.id === id)?.handled)
      .toBe(true)
    await expect.poll(() => here.changed.slice(before)).toContain('alerts')
    await expect
      .poll(async () => (await here.ask('servnet.home', {})).home.counts.alerts.unhandled)
      .toBe((await elsewhere.ask('servnet.home', {})).home.counts.alerts.unhandled)
  },
)

it('another name is shown here, and the version to edit it', async () => {
  const [here, elsewhere] = [await computer(), await computer()]
  const { me } = await elsewhere.ask('profile.read', {})
  const changes = { lastName: 'Lambert-Delvaux' }
  await elsewhere.ask('profile.savePersonal', { version: me.version, changes })
  await expect.poll(() => elsewhere.ask('outbox.read', {})).toEqual({ items: [] })
  await here.ask('status.check', {})
  const read = async () => (await here.ask('profile.read', {})).me.current.lastName
  await expect.poll(read).toBe('Lambert-Delvaux')
})
