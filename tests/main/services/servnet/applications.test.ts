/** Applying for a limit, on the real portal: kept first, sent once, shown while it waits. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import type { ApplicationRequest } from '../../../../src/shared/contract/credit/applications.ts'
import type { ApplicationDraft } from '../../../../src/shared/contract/servnet/routes.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
})
afterEach(() => stack.disposeAsync())

/** A network that can be taken away, and that counts what is applied for. */
function network() {
  const state = { isIn: true, losesAnswers: false, keys: [] as (string | null)[] }
  const fetch: Fetch = async (url, init) => {
    if (!state.isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    const applies = init.method === 'POST' && url.endsWith('/credit-limit-applications')
    if (applies) state.keys.push(new Headers(init.headers).get('idempotency-key'))
    const response = await hostFetch(url, init)
    if (applies && state.losesAnswers) throw new Error('net::ERR_CONNECTION_RESET')
    return response
  }
  return { fetch, state }
}

type App = { readonly folder: string; readonly keychain: ReturnType<typeof createMemoryKeychain> }
const newApp = (): App => ({ folder: temporaryFolder(stack), keychain: createMemoryKeychain() })

async function start(app: App, fetch: Fetch): Promise<TestMain> {
  const main = startMain({ ...app, portalUrl: portal.url, fetch, savePatienceMs: 3_000 })
  stack.defer(main.services.close)
  const { session } = await main.ask('app.state', {})
  if (session.kind === 'signedOut') {
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
  }
  return main
}

/** On a company that nobody has heard of, under her policy. */
async function request(main: TestMain, amount: string): Promise<ApplicationRequest> {
  const { policies } = await main.ask('credit.policies', {})
  const [policy] = policies
  if (policy === undefined) throw new Error('no policy')
  return {
    policyId: policy.id,
    buyer: {
      name: 'Boulangerie À la Bonne Heure',
      country: 'BE',
      registrationNumber: '0202239951',
    },
    amount: { amount, currency: policy.currency },
    paymentTermsDays: 30,
  }
}

const applications = async (main: TestMain) =>
  (await main.ask('servnet.applications', { cursor: null })).page.items.filter(({ buyerName }) =>
    buyerName.startsWith('Boulangerie'),
  )

const draft: ApplicationDraft = {
  buyerId: null,
  buyerName: 'Boulangerie',
  country: 'BE',
  registrationNumber: '',
  town: '',
  policyId: '',
  amount: '1.0',
  currency: 'EUR',
  terms: '',
  startsOn: '',
  endsOn: '',
}

describe('an application', () => {
  it('is answered with its id, and stands in the list at once', async () => {
    const { fetch, state } = network()
    const main = await start(newApp(), fetch)
    await applications(main)
    const application = await request(main, '25000.00')
    const id = randomUUID()
    const twice = await Promise.all([
      main.ask('servnet.apply', { id, application }),
      main.ask('servnet.apply', { id, application }),
    ])
    expect(twice).toMatchObject([{ kind: 'sent' }, { kind: 'sent' }])
    expect(await main.ask('servnet.apply', { id, application })).toEqual(twice[0])
    expect(state.keys).toHaveLength(1)
    const [shown, ...others] = await applications(main)
    expect(others).toEqual([])
    expect(twice[0]).toMatchObject({ answer: { id: shown?.id, status: 'pending' } })
    // A page that was opened while it waited finds it.
    const { application: opened } = await main.ask('servnet.application', { id })
    expect(opened.id).toBe(shown?.id)
  })

  it('waits without a network, and is sent once when it is back', async () => {
    const { fetch, state } = network()
    const main = await start(newApp(), fetch)
    await applications(main)
    const application = await request(main, '25000.00')
    const id = randomUUID()
    state.isIn = false
    const waiting = await main.ask('servnet.apply', { id, application })
    expect(waiting.kind).toBe('waiting')
    expect(await main.ask('servnet.apply', { id, application })).toEqual(waiting)
    expect(await applications(main)).toMatchObject([{ id, status: 'pending', kind: 'new' }])
    expect(await main.ask('servnet.application', { id })).toMatchObject({ application: { id } })
    expect((await main.ask('outbox.read', {})).items).toMatchObject([
      { subject: 'Boulangerie À la Bonne Heure', edit: { kind: 'apply', application } },
    ])
    state.isIn = true
    await main.ask('outbox.sendNow', {})
    expect((await applications(main)).map((one) => one.id)).not.toContain(id)
    expect(await applications(main)).toHaveLength(1)
    expect(state.keys).toHaveLength(1)
  })

  it('whose answer was lost is not made twice, also by the app that is started again', async () => {
    const { fetch, state } = network()
    const app = newApp()
    const main = await start(app, fetch)
    await applications(main)
    state.losesAnswers = true
    const application = await request(main, '25000.00')
    expect(await main.ask('servnet.apply', { id: 'mine', application })).toMatchObject({
      kind: 'waiting',
    })
    await main.services.close()
    state.losesAnswers = false
    const again = await start(app, fetch)
    await again.ask('outbox.sendNow', {})
    expect(new Set(state.keys).size).toBe(1)
    expect(state.keys.length).toBeGreaterThan(1)
    expect(await applications(again)).toHaveLength(1)
    expect(await again.ask('servnet.apply', { id: 'mine', application })).toMatchObject({
      kind: 'sent',
    })
  })

  it('that is refused is back in the form, with what is wrong, and its draft stays', async () => {
    const { fetch } = network()
    const main = await start(newApp(), fetch)
    const application = await request(main, '25000.00')
    await main.ask('servnet.saveApplicationDraft', { draft })
    const refused = await main.ask('servnet.apply', {
      id: randomUUID(),
      application: { ...application, paymentTermsDays: 700 },
    })
    expect(refused).toMatchObject({
      kind: 'refused',
      error: { code: 'invalid_request', fields: [{ field: 'paymentTermsDays' }] },
    })
    expect((await main.ask('outbox.read', {})).items).toEqual([])
    expect((await main.ask('servnet.applicationDraft', {})).draft).toEqual(draft)
  })

  it('of a buyer on whom one is being decided is refused, and which one is said', async () => {
    const { fetch } = network()
    const main = await start(newApp(), fetch)
    const application = await request(main, '25000.00')
    const first = await main.ask('servnet.apply', { id: 'one', application })
    if (first.kind !== 'sent') throw new Error('not sent')
    const second = await main.ask('servnet.apply', {
      id: 'two',
      application: { ...application, amount: { ...application.amount, amount: '50000.00' } },
    })
    expect(second).toMatchObject({
      kind: 'refused',
      error: { code: 'application_pending', params: { applicationId: first.answer.id } },
    })
  })

  it('that waits can be edited: the later one is sent', async () => {
    const { fetch, state } = network()
    const main = await start(newApp(), fetch)
    await applications(main)
    const application = await request(main, '25000.00')
    state.isIn = false
    await main.ask('servnet.apply', { id: 'one', application })
    const amount = { ...application.amount, amount: '50000.00' }
    await main.ask('servnet.apply', { id: 'one', application: { ...application, amount } })
    expect((await main.ask('outbox.read', {})).items).toHaveLength(1)
    state.isIn = true
    await main.ask('outbox.sendNow', {})
    expect(await applications(main)).toMatchObject([{ amount }])
  })
})

describe('the draft of an application', () => {
  it('is there after a crash, and gone once it was sent', async () => {
    const { fetch } = network()
    const app = newApp()
    const main = await start(app, fetch)
    const { savedAt } = await main.ask('servnet.saveApplicationDraft', { draft })
    await main.services.close()
    const again = await start(app, fetch)
    expect(await again.ask('servnet.applicationDraft', {})).toEqual({ draft, savedAt })
    const application = await request(again, '25000.00')
    await again.ask('servnet.apply', { id: randomUUID(), application })
    expect(await again.ask('servnet.applicationDraft', {})).toEqual({ draft: null, savedAt: null })
  })

  it('is gone once it waits', async () => {
    const { fetch, state } = network()
    const main = await start(newApp(), fetch)
    const application = await request(main, '25000.00')
    await main.ask('servnet.saveApplicationDraft', { draft })
    state.isIn = false
    await main.ask('servnet.apply', { id: randomUUID(), application })
    expect((await main.ask('servnet.applicationDraft', {})).draft).toBeNull()
  })
})

describe('before an application is sent', () => {
  it('it is said that one waits, that one is being decided, and that a number is unlikely', async () => {
    const { fetch, state } = network()
    const main = await start(newApp(), fetch)
    await applications(main)
    const application = await request(main, '25000.00')
    const question = {
      policyId: application.policyId,
      buyerId: null,
      buyer: {
        name: 'boulangerie à la bonne heure ',
        country: 'BE',
        registrationNumber: '0202.239.952',
      },
      amount: application.amount,
    }
    state.isIn = false
    await main.ask('servnet.apply', { id: 'one', application })
    const kinds = async (more: object = {}) =>
      (await main.ask('servnet.checkApplication', { ...question, ...more })).warnings.map(
        ({ kind }) => kind,
      )
    expect(await kinds()).toEqual(expect.arrayContaining(['application_waits', 'number_unlikely']))
    expect(await kinds({ id: 'one' })).not.toContain('application_waits')
    state.isIn = true
    await main.ask('outbox.sendNow', {})
    const [sent] = await applications(main)
    expect(await kinds({ buyerId: sent?.buyerId, buyer: null })).toEqual(['application_exists'])
  })

  it('it is said that the limit suffices, and who is known by such a name', async () => {
    const { fetch } = network()
    const main = await start(newApp(), fetch)
    const filters = { sort: '-granted' } as const
    const { window } = await main.ask('credit.limits', { offset: 0, limit: 1, filters })
    const [limit] = window.items
    if (limit === undefined || limit.inForce === null) throw new Error('no limit in force')
    const question = { policyId: limit.policyId, amount: limit.inForce }
    const known = await main.ask('servnet.checkApplication', {
      ...question,
      buyerId: limit.buyerId,
      buyer: null,
    })
    expect(known.limit?.id).toBe(limit.id)
    expect(known.warnings).toContainEqual({
      kind: 'limit_suffices',
      limitId: limit.id,
      inForce: limit.inForce,
      endsOn: limit.endsOn,
    })
    await main.ask('credit.buyers', { offset: 0, limit: 1, filters: { sort: 'name' } })
    const described = await main.ask('servnet.checkApplication', {
      ...question,
      buyerId: null,
      buyer: { name: limit.buyerName, country: '', registrationNumber: '' },
    })
    expect(described.warnings).toContainEqual({
      kind: 'buyer_known',
      buyerId: limit.buyerId,
      name: limit.buyerName,
    })
  })
})
