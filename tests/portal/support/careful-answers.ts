/** What holds for every answer of the portal, whoever asks and for whatever. */
import { expect } from 'vitest'
import { problemSchema, problemStatus } from '../../../src/shared/contract/problem.ts'
import { securityHeaders } from '../../../src/portal/server/security-headers.ts'

export type Answered = {
  readonly status: number
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** What tells of the inside: places in code, statements and their errors, names of what it is built of. */
const inside =
  /^\s+at |node_modules|\/src\/|\.ts:\d|\bsqlite|kysely|postgres|fastify|\bzod\b|\bselect\b.+\bfrom\b|insert into|constraint|errno|stack|undefined/im

/** Fails where `answer` is a fault of the portal's own, says what it must not, or lacks what it must bear. */
export function assertCareful({ status, headers, body }: Answered): void {
  expect(status, body).toBeLessThan(500)
  expect(headers).toMatchObject(securityHeaders)
  if (status < 400) return
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(headers['cache-control']).toBe('no-store')
  // None answers HEAD with a body.
  if (body === '') return
  const told: unknown = JSON.parse(body)
  const problem = problemSchema.parse(told)
  expect(problem, 'as the contract has it, and nothing else').toEqual(told)
  expect(problem.status).toBe(status)
  expect(problemStatus[problem.code]).toBe(status)
  // What it is now is the person's own, and may say anything.
  expect(JSON.stringify({ ...problem, current: null })).not.toMatch(inside)
}
