/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
/** Any order of calls, against a model of what a recovery may do: it never does anything else. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertNever } from '../../../src/shared/assert-never.ts'
import { recoverySchema } from '../../../src/shared/contract/identity/recoveries.ts'
import { databaseKinds } from '../support/databases.ts'
import { demoPasswords, device, minute, second } from '../support/portal.ts'
import {
  marie,
  startRecoveryPortal,
  wrongAnswers,
  type Answers,
  type RecoveryPortal,
} from '../support/recovery.ts'

const flowLasts = 30
const codeLasts = 10

type Proof = 'right' | 'wrong answers' | 'former code' | 'no code'
type Action =
  | { readonly kind: 'begin'; readonly who: 'marie' | 'nobody' }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'send again'; readonly flow: number }
  | { readonly kind: 'answer'; readonly flow: number; readonly proof: Proof }
  | { readonly kind: 'password'; readonly flow: number; readonly password: string }

type Flow = {
  readonly id: string
  readonly who: 'marie' | 'nobody'
  readonly asked: Answers
  code: string
  formerCode: string
  state: 'answers' | 'password' | 'done' | 'over'
  triesLeft: number
  /** In minutes, as is the code's. */
  age: number
  codeAge: number
}

type Model = {
  readonly flows: Flow[]
  /** Of marie, the present one first. */
  passwords: string[]
}

type Outcome = { readonly status: number; readonly expected: number }

const which = fc.nat({ max: 3 })
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('begin'), who: fc.constantFrom('marie', 'nobody') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait'), minutes: fc.constantFrom(1, 11, 30) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('send again'), flow: which }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      flow: which,
      proof: fc.constantFrom<Proof[]>('right', 'right', 'wrong answers', 'former code', 'no code'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('password'),
      flow: which,
      password: fc.constantFrom('short', 'Premiere-Route-11', 'Deuxieme-Route-22'),
    }),
  },
)

/** Seen whatever chance brings: the whole way, and each way to its end. */
const wholeWay: Action[] = [
  { kind: 'begin', who: 'marie' },
  { kind: 'begin', who: 'marie' },
  { kind: 'answer', flow: 0, proof: 'right' },
  { kind: 'password', flow: 1, password: 'Premiere-Route-11' },
  { kind: 'password', flow: 0, password: 'Premiere-Route-11' },
  { kind: 'begin', who: 'nobody' },
  { kind: 'wait', minutes: 30 },
]

const unlimited = { free: 100_000, firstDelay: second, longestDelay: second, forgetAfter: minute }
const throttle = {
  recoveryBegin: unlimited,
  recoveryPrefix: unlimited,
  recoveryNewcomers: unlimited,
  recoveryCodes: unlimited,
  recoveryAnswers: unlimited,
  recoveryDay: unlimited,
  recoveryPassword: unlimited,
  recoveryAddress: unlimited,
}

/** Does `one` to the portal and to the model, and sees that they agree. */
async function perform(it: RecoveryPortal, model: Model, one: Action): Promise<void> {
  if (one.kind === 'begin') {
    model.flows.push(await begin(it, one.who))
    return
  }
  if (one.kind === 'wait') {
    it.pass(one.minutes * minute)
    model.flows.forEach((begun) => grow(begun, one.minutes))
    return
  }
  const chosen = model.flows[one.flow % Math.max(1, model.flows.length)]
  if (chosen === undefined) return
  const { status, expected } = await call(it, model, chosen, one)
  expect(status, one.kind).toBe(expected)
}

function call(
  it: RecoveryPortal,
  model: Model,
  chosen: Flow,
  one: Exclude<Action, { kind: 'begin' | 'wait' }>,
): Promise<Outcome> {
  switch (one.kind) {
    case 'send again':
      return sendAgain(it, chosen)
    case 'answer':
      return answer(it, chosen, one.proof)
    case 'password':
      return setPassword(it, model, chosen, one.password)
    default:
      return assertNever(one)
  }
}

async function begin(it: RecoveryPortal, who: Flow['who']): Promise<Flow> {
  const fresh = { who, state: 'answers', formerCode: '', triesLeft: 5, age: 0, codeAge: 0 } as const
  if (who === 'marie') return { ...fresh, ...(await it.beginWithCode(marie)), asked: marie.answers }
  const { id, questions } = await it.begin('nobody.at.all')
  const asked = questions.map((question) => ({ questionId: question.id, answer: 'Namur' }))
  return { ...fresh, id, code: '123456', asked }
}

function grow(flow: Flow, minutes: number): void {
  flow.age += minutes
  flow.codeAge += minutes
  if (flow.age >= flowLasts) flow.state = 'over'
}

async function sendAgain(it: RecoveryPortal, flow: Flow): Promise<Outcome> {
  const refused = { over: 410, password: 409, done: 409, answers: 429 }[flow.state]
  const isSent = flow.state === 'answers' && flow.codeAge >= 1
  if (isSent && flow.who === 'marie') {
    flow.formerCode = flow.code
    flow.code = await it.codeAgain(marie, flow.id)
    flow.codeAge = 0
    return { status: 202, expected: 202 }
  }
  const { status } = await it.client.send('recoveryCode', { params: { id: flow.id } })
  if (isSent) flow.codeAge = 0
  return { status, expected: isSent ? 202 : refused }
}

async function answer(it: RecoveryPortal, flow: Flow, proof: Proof): Promise<Outcome> {
  const answers = proof === 'wrong answers' && flow.who === 'marie' ? wrongAnswers : flow.asked
  const codes = {
    right: flow.code,
    'wrong answers': flow.code,
    'former code': flow.formerCode,
    'no code': '',
  }
  const code = codes[proof] === '' ? undefined : codes[proof]
  const body = { code, answers }
  const isWhole = code !== undefined
  const isRight = proof === 'right' || (proof === 'former code' && flow.formerCode === flow.code)
  const { status } = await it.client.send('recoveryAnswers', { params: { id: flow.id }, body })
  return { status, expected: takeTry(flow, isWhole, isRight) }
}

function takeTry(flow: Flow, isWhole: boolean, isRight: boolean): number {
  if (flow.state === 'over') return 410
  if (flow.state !== 'answers') return 409
  if (!isWhole) return 400
  flow.triesLeft -= 1
  if (isRight && flow.who === 'marie' && flow.codeAge < codeLasts) {
    flow.state = 'password'
    return 200
  }
  if (flow.triesLeft > 0) return 422
  flow.state = 'over'
  return 410
}

async function setPassword(
  it: RecoveryPortal,
  model: Model,
  flow: Flow,
  newPassword: string,
): Promise<Outcome> {
  const request = { params: { id: flow.id }, body: { newPassword } }
  const { status } = await it.client.send('recoveryPassword', request)
  return { status, expected: replace(model, flow, newPassword) }
}

function replace(model: Model, flow: Flow, password: string): number {
  if (flow.state === 'over') return 410
  if (flow.state === 'answers') return 409
  if (flow.state === 'done') return password === model.passwords[0] ? 200 : 409
  if (password === 'short' || model.passwords.slice(0, 5).includes(password)) return 422
  model.passwords = [password, ...model.passwords]
  for (const other of model.flows) {
    if (other.who === flow.who && other.state !== 'done') other.state = 'over'
  }
  flow.state = 'done'
  return 200
}

/** What the portal says of `flow`. */
async function readState(it: RecoveryPortal, { id }: Flow): Promise<Flow['state']> {
  const response = await it.client.send('recovery', { params: { id } })
  return response.status === 410 ? 'over' : recoverySchema.parse(await response.json()).state
}

describe.each(databaseKinds)('any order of the steps of recoveries, on %s', (kind) => {
  let it: RecoveryPortal
  let initialHash: string
  beforeAll(async () => {
    it = await startRecoveryPortal(kind, { throttle })
    const users = it.portal.context.db.selectFrom('users').select('password_hash')
    const { password_hash } = await users
      .where('username', '=', marie.username)
      .executeTakeFirstOrThrow()
    initialHash = password_hash
  })
  afterAll(() => it.stop())

  const startOver = async () => {
    const { db } = it.portal.context
    await db.deleteFrom('recoveries').execute()
    await db.deleteFrom('password_history').execute()
    await db
      .updateTable('users')
      .set({ password_hash: initialHash })
      .where('username', '=', marie.username)
      .execute()
  }

  test('reaches a new password through right answers alone', { timeout: 120_000 }, async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc
        .asyncProperty(fc.array(action, { minLength: 4, maxLength: 16 }), async (actions) => {
          const initial = demoPasswords['marie.lambert']
          const model: Model = { flows: [], passwords: [initial] }
          for (const one of actions) {
            await perform(it, model, one)
            const states = []
            for (const begun of model.flows) states.push(await readState(it, begun))
            expect(states).toEqual(model.flows.map(({ state }) => state))
            states.forEach((state) => reached.add(state))
          }
          const body = { username: marie.username, password: model.passwords[0], device }
          await it.client.succeed('sessionCreate', { body })
        })
        .beforeEach(startOver),
      { numRuns: 25, examples: [[wholeWay]] },
    )
    // Otherwise it has shown nothing.
    expect(reached).toEqual(new Set(['answers', 'password', 'done', 'over']))
  })
})
