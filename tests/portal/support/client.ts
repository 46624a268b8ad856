/** A client of the contract: every answer is parsed with the contract's own schema. */
import { expect } from 'vitest'
import type { z } from 'zod'
import { problemsOf } from '../../../src/portal/server/openapi.ts'
import type { Endpoint } from '../../../src/shared/contract/endpoint.ts'
import {
  endpoints,
  type EndpointAnswer,
  type EndpointName,
} from '../../../src/shared/contract/endpoints.ts'
import {
  problemSchema,
  type Problem,
  type ProblemCode,
} from '../../../src/shared/contract/problem.ts'

export type Request = {
  readonly token?: string | undefined
  readonly body?: unknown
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

export type Client = {
  /** Calls an endpoint that must succeed, and answers what it said. */
  readonly succeed: <Name extends EndpointName>(
    name: Name,
    request?: Request,
  ) => Promise<EndpointAnswer<Name>>
  /** Calls an endpoint that must refuse with `code`. */
  readonly fail: (name: EndpointName, code: ProblemCode, request?: Request) => Promise<Problem>
  /** Calls an endpoint, whatever comes of it. */
  readonly send: (name: EndpointName, request?: Request) => Promise<Response>
}

export function createClient(address: string): Client {
  const send = (name: EndpointName, request: Request = {}): Promise<Response> => {
    const { method, path }: Endpoint = endpoints[name]
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => request.params?.[part] ?? '')
    const query =
      request.query === undefined ? '' : `?${new URLSearchParams(request.query).toString()}`
    return fetch(`${address}${filled}${query}`, {
      method,
      headers: {
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
        ...request.headers,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    })
  }
  return {
    send,
    succeed: (name, request) => succeed(name, send(name, request)),
    fail: async (name, code, request) => {
      const response = await send(name, request)
      const problem = problemSchema.parse(await response.json())
      expect(problem.code).toBe(code)
      // What refuses is in the contract, too.
      expect(problemsOf(endpoints[name])).toContain(code)
      expect(response.status).toBe(problem.status)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      return problem
    },
  }
}

/** Overloaded, as TypeScript cannot follow a schema's output through a generic. */
function succeed<Name extends EndpointName>(
  name: Name,
  sent: Promise<Response>,
): Promise<EndpointAnswer<Name>>
async function succeed(name: EndpointName, sent: Promise<Response>): Promise<unknown> {
  const response = await sent
  const { status, answer, personal }: Endpoint = endpoints[name]
  const text = await response.text()
  expect(response.status, text).toBe(status)
  expect(response.headers.get('cache-control')).toBe(personal ? 'no-store' : null)
  if (answer === null) {
    expect(text).toBe('')
    return undefined
  }
  const parsed: z.ZodType = answer
  const data = parsed.parse(JSON.parse(text))
  // Nothing but what the contract describes may leave the portal.
  expect(data).toEqual(JSON.parse(text))
  return data
}
