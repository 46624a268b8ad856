/**
 * A portal made from the contract: each endpoint answers what its own schema takes, one answer after the
 * other, and now and then one of its problems. It knows nobody and keeps nothing, and is there at once,
 * so that a hundred thousand calls take seconds.
 */
import * as fc from 'fast-check'
import type { z } from 'zod'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import type { Endpoint } from '../../../src/shared/contract/endpoint.ts'
import { endpoints, type EndpointName } from '../../../src/shared/contract/endpoints.ts'
import type { SessionNext } from '../../../src/shared/contract/identity/sessions.ts'
import { problemStatus } from '../../../src/shared/contract/problem.ts'
import { schemaValues } from '../../support/schema-values.ts'
import { problem } from './edit-portal.ts'

type ContractPortal = {
  readonly fetch: Fetch
  /** What whoever signs in from now on has to do next. */
  readonly expect: (next: SessionNext) => void
  /** How often each endpoint was called. */
  readonly calls: ReadonlyMap<EndpointName, number>
}

const answersEach = 6
/** A problem in so many answers. */
const problemEvery = 7
const tags = ['"1"', '"2"'] as const

/** @param people whose sessions it gives, in turn */
export function createContractPortal(seed: number, people: readonly string[]): ContractPortal {
  const calls = new Map<EndpointName, number>()
  let next: SessionNext = 'ready'
  const answers = new Map(
    endpointNames().map((name) => [name, sampleAnswers(endpoints[name].answer, seed)] as const),
  )

  function answer(name: EndpointName): Response {
    const count = calls.get(name) ?? 0
    calls.set(name, count + 1)
    const { status, problems }: Endpoint = endpoints[name]
    const code = problems[count % Math.max(1, problems.length)]
    // What the app would wait for and try again is for tests of the network.
    if (count % problemEvery === problemEvery - 1 && code !== undefined && code !== 'in_progress') {
      return problem(problemStatus[code], code)
    }
    const samples = answers.get(name) ?? []
    if (status === 204 || samples.length === 0) return new Response(null, { status })
    const body = samples[count % samples.length]
    const who = people[count % people.length]
    return new Response(JSON.stringify(body, asOf(who, next)), {
      status,
      headers: { 'content-type': 'application/json', etag: tags[count % tags.length] ?? '' },
    })
  }

  return {
    calls,
    expect: (wanted) => {
      next = wanted
    },
    async fetch(url, init) {
      const name = endpointAt(init.method ?? 'GET', new URL(url).pathname)
      return name === null ? problem(404, 'not_found') : answer(name)
    },
  }
}

/** Those that the app asks: of files it makes its own. */
export function endpointNames(): EndpointName[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of a table are its keys
  const names = Object.keys(endpoints) as EndpointName[]
  return names.filter((name) => endpoints[name].mediaType === 'application/json')
}

/** Which endpoint a request is for; null for none. */
export function endpointAt(method: string, pathname: string): EndpointName | null {
  const found = endpointNames().find((name) => {
    const shape = new RegExp(`^${endpoints[name].path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    return endpoints[name].method === method && shape.test(pathname)
  })
  return found ?? null
}

/** Answers of an endpoint, some as the schema's author would not have thought of them. */
export function sampleAnswers(answer: z.ZodType | null, seed: number): unknown[] {
  return answer === null ? [] : fc.sample(schemaValues(answer), { seed, numRuns: answersEach })
}

/** Few people, however many sessions there are: each has a file of their own. */
export function asOf(who: string | undefined, next: SessionNext) {
  return (key: string, value: unknown): unknown => {
    if (key === 'username') return who
    if (key === 'next') return next
    // Tokens that hold for a while: renewing them is not what is tried.
    return key === 'accessTokenExpiresAt' ? '2034-01-01T00:00:00.000Z' : value
  }
}
