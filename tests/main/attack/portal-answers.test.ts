/**
 * Ten thousand answers with something wrong in them, anywhere (status, headers, bytes, encoding, JSON,
 * values, length, connection), over real connections to the real client. Each call comes to a code
 * that the contract knows, or to data that its schema takes; nothing is followed, nothing throws.
 *
 * `ATTACK_ANSWERS` serves more; `ATTACK_SEED`, told where a run fails, repeats one.
 */
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endpoints, type EndpointName } from '../../../src/shared/contract/endpoints.ts'
import { assertNever } from '../../../src/shared/assert-never.ts'
import { problemCodes, problemStatus } from '../../../src/shared/contract/problem.ts'
import { appErrorSchema, success, type Result } from '../../../src/shared/contract/result.ts'
import { versionSchema } from '../../../src/shared/contract/identity/profile-view.ts'
import {
  createPortalClient,
  type PortalClient,
} from '../../../src/main/portal-client/portal-client.ts'
import { attackSeed, attackSize } from '../../support/attack-size.ts'
import { heapAfterCollection } from '../support/heap.ts'
import { hostFetch } from '../support/main.ts'
import { mutatedAnswers, serveAnswers, type WireAnswer } from '../support/mutated-answers.ts'
import { endpointNames, sampleAnswers } from '../support/contract-portal.ts'

const total = attackSize('ATTACK_ANSWERS', 10_000)
const floodSize = 500
/** Of one call: what does not end by itself is to end so. */
const timeoutMs = 1_500
const heapGrowth = 32_000_000

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** Right answers of every endpoint, and problems. */
function rightAnswers(seed: number) {
  const bodies = endpointNames().flatMap((name) => {
    const { answer, status } = endpoints[name]
    const samples = answer === null ? [undefined] : sampleAnswers(answer, seed)
    return samples.map((body) => ({ name, status, body }))
  })
  const problems = problemCodes.map((code) => {
    const status = problemStatus[code]
    return { status, body: { type: 'about:blank', title: code, status, code, errors: [] } }
  })
  return { bodies, problem: fc.constantFrom(...problems) }
}

type Kind = 'call' | 'callIfChanged' | 'write'
type Try = {
  readonly name: EndpointName
  readonly kind: Kind
  readonly answer: WireAnswer
  /** By which the server knows what to answer. */
  readonly id: string
}

function tries(seed: number): fc.Arbitrary<Omit<Try, 'id'>> {
  const { bodies, problem } = rightAnswers(seed)
  const ofAny = fc.constantFrom(...bodies)
  return fc.constantFrom(...endpointNames()).chain((name) => {
    const own = fc.constantFrom(...bodies.filter((one) => one.name === name))
    const answers = fc.oneof(
      { weight: 8, arbitrary: own },
      { weight: 1, arbitrary: ofAny },
      { weight: 2, arbitrary: problem },
    )
    return fc.record({
      name: fc.constant(name),
      kind: fc.constantFrom<Kind[]>('call', 'call', 'callIfChanged', 'write'),
      answer: mutatedAnswers(answers),
    })
  })
}

/** What a call came to: null for what has not changed. */
type Outcome = Result<{ readonly data: unknown; readonly version: string | null } | null>

/** As the app's services call, whichever endpoint it is: what is sent does not matter here. */
async function make(client: PortalClient, { name, kind, id }: Try): Promise<Outcome> {
  const params = { id, questionId: id }
  const options = {
    token: id,
    params,
    query: {},
    ...(endpoints[name].body !== null && { body: {} }),
  }
  switch (kind) {
    case 'call': {
      // @ts-expect-error -- for any endpoint, of which each takes its own
      const result = await client.call(name, options)
      return result.ok ? success({ data: result.data, version: null }) : result
    }
    case 'callIfChanged': {
      const result = await client.callIfChanged(name, { ...options, etag: '"1"' })
      if (!result.ok) return result
      return success(result.data.changed ? { ...result.data, version: result.data.etag } : null)
    }
    case 'write': {
      const fixed = { endpoint: name, params, body: '{}', ifMatch: '"0"', idempotencyKey: id }
      return client.write(id, fixed)
    }
    default:
      return assertNever(kind)
  }
}

/** What is wrong with what a call came to; null for nothing. */
function faultIn({ name }: Try, outcome: Outcome): string | null {
  if (!outcome.ok) {
    return appErrorSchema.safeParse(outcome.error).success ? null : 'an error beyond the contract'
  }
  if (outcome.data === null) return null
  const { data, version } = outcome.data
  const { answer } = endpoints[name]
  const isAnswer = answer === null ? data === undefined : answer.safeParse(data).success
  if (!isAnswer) return 'data beyond the contract'
  return version === null || versionSchema.safeParse(version).success ? null : 'a wrong version'
}

it('comes to a code or to what the schema takes, whatever is answered', async () => {
  const seed = attackSeed()
  const expected = new Map<string, WireAnswer>()
  const server = await serveAnswers(stack, (_method, _path, { authorization }) => {
    const answer = expected.get(String(authorization).replace('Bearer ', ''))
    if (answer === undefined) throw new Error('A call that was not made')
    return answer
  })
  const client = createPortalClient({
    configuration: { ok: true, portalUrl: new URL(server.url) },
    fetch: hostFetch,
    userAgent: 'Test',
    builtAt: new Date('2026-01-01'),
    timeoutMs,
  })
  const kinds = new Map<string, number>()
  const floods = fc.array(tries(seed), { minLength: floodSize, maxLength: floodSize })
  const property = fc.asyncProperty(floods, async (flood) => {
    const faults = await Promise.all(
      flood.map(async (made, at) => {
        const one = { ...made, id: String(at) }
        expected.set(one.id, one.answer)
        const outcome = await make(client, one)
        const code = outcome.ok ? 'ok' : outcome.error.code
        kinds.set(code, (kinds.get(code) ?? 0) + 1)
        const fault = faultIn(one, outcome)
        return fault === null ? [] : [{ fault, name: one.name, kind: one.kind }]
      }),
    )
    expect(faults.flat()).toEqual([])
    expect(Number.isFinite(client.now())).toBe(true)
  })
  const half = { numRuns: Math.ceil(total / floodSize / 2), endOnFailure: true }
  await fc.assert(property, { ...half, seed })
  const midway = heapAfterCollection()
  await fc.assert(property, { ...half, seed: seed + 1 })
  expect(heapAfterCollection() - midway).toBeLessThan(heapGrowth)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(server.led()).toBe(0)
  // Some of it went well, and what did not was told apart.
  expect([...kinds.keys()]).toEqual(
    expect.arrayContaining(['ok', 'portal_answer_invalid', 'portal_timeout', 'portal_unreachable']),
  )
}, 3_600_000)
