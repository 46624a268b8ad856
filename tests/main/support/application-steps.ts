/** A person who applies for limits and declares turnover, as a step of a random session: one form at a time. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { ApplicationDraft } from '../../../src/shared/contract/servnet/routes.ts'
import type { EditModel } from './edit-model.ts'
import type { TestMain } from './main.ts'

export type Applicant = {
  /** Types an application for a limit on this buyer, and clicks once or twice. */
  readonly apply: (buyerId: string, clicks: number) => Promise<void>
  readonly declare: (period: string, clicks: number) => Promise<void>
  /** The form is gone, with the app that it was in. */
  readonly leave: () => void
}

/** A form in which nothing was typed. */
export const emptyApplication: ApplicationDraft = {
  buyerId: null,
  buyerName: '',
  country: '',
  registrationNumber: '',
  town: '',
  policyId: 'p1',
  amount: '',
  currency: 'EUR',
  terms: '30',
  startsOn: '',
  endsOn: '',
}

/** Kept all the same: it goes once its person is back. */
const isKept = (code: string) => code === 'session_ended'

/** @param main as it runs now */
export function createApplicant(main: () => TestMain, model: EditModel): Applicant {
  let form = randomUUID()
  const isReady = () => main().services.session.view().kind === 'ready'
  const draft = async () => (await main().ask('servnet.applicationDraft', {})).draft

  async function apply(buyerId: string, clicks: number): Promise<void> {
    if (!isReady()) return
    const amount = model.fresh('')
    const name = form
    const typed = { ...emptyApplication, buyerId, buyerName: buyerId, amount }
    const kept = await main().call('servnet.saveApplicationDraft', { draft: typed })
    if (!kept.ok) return
    const application = {
      policyId: 'p1',
      buyerId,
      amount: { amount, currency: 'EUR' },
      paymentTermsDays: 30,
    }
    const [answer] = await Promise.all(
      Array.from({ length: clicks }, () => main().call('servnet.apply', { id: name, application })),
    )
    const made = model.thing(name)
    if (answer === undefined) return
    if (!answer.ok) {
      if (answer.error.code === 'idempotency_conflict') form = randomUUID()
      return made(amount, isKept(answer.error.code) ? 'kept' : 'back')
    }
    made(amount, answer.data.kind === 'refused' ? 'back' : 'kept')
    if (answer.data.kind === 'refused') {
      if (isReady()) expect(await draft(), 'what was typed').toEqual(typed)
      // The form says that it was sent before, otherwise: what is typed from here on is another one.
      if (answer.data.error.code === 'idempotency_conflict') form = randomUUID()
    } else if (isReady()) expect(await draft(), 'what was handed in').toBeNull()
    if (answer.data.kind === 'sent') form = randomUUID()
  }

  async function declare(period: string, clicks: number): Promise<void> {
    if (!isReady()) return
    const amount = model.fresh('')
    const declaration = { policyId: 'p1', period, amount: { amount, currency: 'EUR' } }
    const [answer] = await Promise.all(
      Array.from({ length: clicks }, () => main().call('servnet.declareTurnover', declaration)),
    )
    if (answer === undefined) return
    const fate = answer.ok ? answer.data.kind !== 'refused' : isKept(answer.error.code)
    model.made(`turnover ${period}`, amount, fate ? 'kept' : 'back')
  }

  return {
    apply,
    declare,
    leave() {
      form = randomUUID()
    },
  }
}
