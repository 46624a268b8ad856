/** Whatever goes wrong between the app and the portal, no edit is lost and none is done twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createApplicant, type Applicant } from '../support/application-steps.ts'
import { enterCase } from '../support/case-steps.ts'
import { createEditModel, type EditModel } from '../support/edit-model.ts'
import { createEditPortal, type MemoryPortal } from '../support/edit-portal.ts'
import { steps, type Step } from '../support/edit-steps.ts'
import { createFaultyNetwork, type FaultyNetwork } from '../support/faults.ts'
import { startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'

/** One profile folder with the app started in it, again and again, and the portal of it. */
type World = {
  readonly portal: MemoryPortal
  readonly network: FaultyNetwork
  readonly model: EditModel
  readonly applicant: Applicant
  /** Puts a file with this text where it is chosen next. */
  readonly lay: (text: string) => void
  readonly main: () => TestMain
  readonly restart: () => Promise<void>
  readonly end: () => Promise<void>
}

/** In memory where the system has such a place: a thousand folders are no matter of a disk. */
const scratch = process.platform === 'linux' ? '/dev/shm' : tmpdir()

async function begin(portal: MemoryPortal): Promise<World> {
  const folder = mkdtempSync(join(scratch, 'services-online-model-'))
  const keychain: MemoryKeychain = createMemoryKeychain()
  const network = createFaultyNetwork(portal.fetch)
  const chosen = join(folder, 'chosen.txt')
  let main = start()

  function start(): TestMain {
    let isDead = false
    const started = startMain({
      portalUrl: portal.url,
      folder,
      keychain,
      savePatienceMs: 20,
      askWhichDocuments: async () => [chosen],
      // What a process that ended had asked for is answered to nobody.
      fetch: async (url, init) => {
        if (isDead) throw new Error('net::ERR_ABORTED')
        const response = await network.fetch(url, init)
        if (isDead) throw new Error('net::ERR_ABORTED')
        return response
      },
    })
    const { close } = started.services
    return {
      ...started,
      services: {
        ...started.services,
        close: async () => {
          isDead = true
          await close()
        },
      },
    }
  }

  const model = createEditModel()
  const applicant = createApplicant(() => main, model)
  const world = {
    portal,
    network,
    model,
    applicant,
    lay: (text: string) => writeFileSync(chosen, text),
    main: () => main,
    async restart() {
      applicant.leave()
      await main.services.close()
      main = start()
      await main.ask('app.state', {})
    },
    async end() {
      await main.services.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await signIn(world)
  return world
}

/** Seen once, so that it can be edited without a network. */
async function signIn({ main }: Pick<World, 'main'>): Promise<void> {
  const signedIn = await main().call('session.signIn', { ...marie, staySignedIn: true })
  if (!signedIn.ok) return
  await main().call('profile.read', {})
  await main().call('servnet.alerts', { cursor: null })
}

async function save({ main, model }: World, name: 'firstName' | 'lastName'): Promise<void> {
  const read = await main().call('profile.read', {})
  if (!read.ok) return
  const value = model.fresh(name)
  const { version } = read.data.me
  const saved = await main().call('profile.savePersonal', { version, changes: { [name]: value } })
  const isKept = saved.ok ? saved.data.kind !== 'conflict' : saved.error.code === 'session_ended'
  model.made(name, value, isKept ? 'kept' : 'back')
}

async function mark(
  { main, model }: World,
  id: string,
  value: boolean,
  call: () => ReturnType<TestMain['call']>,
): Promise<void> {
  if (main().services.session.view().kind !== 'ready') return
  model.made(id, value, (await call()).ok ? 'kept' : 'back')
}

/** What waits, first to last. */
async function items({ main }: World) {
  return (await main().ask('outbox.read', {})).items
}

async function resolve(world: World, isTheirs: boolean): Promise<void> {
  const conflict = (await items(world)).find(({ state }) => state === 'conflict')
  if (conflict === undefined) return
  const theirs = Object.keys(conflict.theirs ?? {})
  if (isTheirs) for (const name of theirs) world.model.giveUp(name)
  await world.main().ask('outbox.resolve', { id: conflict.id, theirs: isTheirs ? theirs : [] })
}

async function discard(world: World): Promise<void> {
  const [first] = await items(world)
  if (first === undefined) return
  const { edit } = first
  if ('changes' in edit) for (const name of Object.keys(edit.changes)) world.model.giveUp(name)
  if ('id' in edit) world.model.giveUp(edit.id)
  if (edit.kind === 'enterCase') for (const { id } of edit.documents) world.model.giveUp(id)
  if (edit.kind === 'declareTurnover') world.model.giveUp(turnoverOf(edit.declaration))
  await world.main().ask('outbox.discard', { id: first.id })
}

const turnoverOf = ({ period }: { readonly period: string }) => `turnover ${period}`

async function signOut(world: World): Promise<void> {
  if (world.main().services.session.view().kind !== 'ready') return
  world.model.giveUpAll()
  world.applicant.leave()
  await world.main().ask('session.signOut', { discardEdits: true })
  await signIn(world)
}

async function take(world: World, next: Step): Promise<void> {
  const { main, network, portal, model, applicant } = world
  switch (next.kind) {
    case 'save':
      return save(world, next.field)
    case 'tick': {
      const { id, handled } = next
      return mark(world, id, handled, () => main().call('servnet.setAlertHandled', { id, handled }))
    }
    case 'readMessage': {
      const { id } = next
      return mark(world, id, true, () => main().call('servnet.readMessage', { id }))
    }
    case 'apply':
      return applicant.apply(next.buyerId, next.clicks)
    case 'declare':
      return applicant.declare(next.period, next.clicks)
    case 'enterCase':
      return enterCase(main(), model, world.lay, next.clicks)
    case 'decide':
      return portal.book.decide(next.buyerId)
    case 'vanish':
      return portal.book.vanish(next.buyerId)
    case 'elsewhere':
      return portal.editElsewhere({ [next.field]: model.fresh(`${next.field}-there`) })
    case 'plug':
      return network.plug(next.isIn)
    case 'spoil':
      return network.spoil(next.next)
    case 'resolve':
      return resolve(world, next.isTheirs)
    case 'sendNow':
      return void (await main().ask('outbox.sendNow', {}))
    case 'restart':
      return world.restart()
    case 'discard':
      return discard(world)
    case 'signOut':
      return signOut(world)
    case 'endSessions':
      return portal.endSessions()
    default:
      throw new TypeError('no such step')
  }
}

/** What the portal may refuse for good: one that was sent otherwise, is being decided, or of no buyer. */
const lastWords = new Set(['idempotency_conflict', 'application_pending', 'not_found'])

/**
 * All goes well at last: whoever was signed out is back, and what waits is sent or decided. The amounts of
 * applications that the portal does not take: they are still there.
 */
async function settle(world: World): Promise<ReadonlySet<string>> {
  const { main, network } = world
  network.heal()
  for (let turn = 0; turn < 30; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (main().services.session.view().kind !== 'ready') await signIn(world)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const { items: left } = await main().ask('outbox.sendNow', {})
    const refused = left.filter(({ state }) => state === 'refused')
    const amounts = refused.map(({ edit }) =>
      edit.kind === 'apply' ? edit.application.amount.amount : null,
    )
    for (const { error } of refused) expect(lastWords).toContain(error?.code)
    expect(amounts).not.toContain(null)
    const isOver = left.length === refused.length && main().services.session.view().kind === 'ready'
    if (isOver) return new Set(amounts.map(String))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await resolve(world, false)
  }
  return expect.fail(`left: ${JSON.stringify(await items(world))}`)
}

async function run(world: World, all: readonly Step[]): Promise<ReadonlySet<string>> {
  try {
    for (const next of all) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await take(world, next)
    }
    return await settle(world)
  } finally {
    await world.end()
  }
}

it('loses nothing and does nothing twice, in a thousand runs', { timeout: 600_000 }, async () => {
  const property = fc.asyncProperty(steps, async (all) => {
    const portal = createEditPortal()
    const world = await begin(portal)
    const left = await run(world, all)
    world.model.check(await portal.truth(), portal.changes, left)
  })
  await fc.assert(property, { numRuns: 1_000 })
})
