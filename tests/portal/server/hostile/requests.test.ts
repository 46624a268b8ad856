/**
 * Every operation of `docs/openapi.json` with requests made from it and spoiled, from everybody whom
 * the portal tells apart: whatever comes, an answer of the contract goes out, and nothing of the inside.
 * `ATTACK_REQUESTS` and `ATTACK_SEED` make it longer, and other.
 */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attackSeed, attackSize } from '../../../support/attack-size.ts'
import { operations, type Operation } from '../../support/api-document.ts'
import { assertCareful } from '../../support/careful-answers.ts'
import { databaseKinds } from '../../support/databases.ts'
import {
  authorizationOf,
  callerKinds,
  sessionOf,
  type CallerKind,
} from '../../support/hostile-callers.ts'
import { hostileRequest, type HostileRequest } from '../../support/hostile-requests.ts'
import { knownValues } from '../../support/known-values.ts'
import { createPlainClient, type PlainClient } from '../../support/plain-http.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'

/** Of each operation, with up to three requests at once. */
const numRuns = attackSize('ATTACK_REQUESTS', 30)
/** The same each time, so that who broke it sees it; fast-check says it where it fails. */
const seed = attackSeed()
/** Milliseconds, of an operation: on a machine too slow for all runs, fewer will do. */
const longest = process.env['ATTACK_REQUESTS'] === undefined ? 20_000 : 3_600_000
describe.each(databaseKinds)('hostile requests, on %s', (kind) => {
  let it: TestPortal
  let client: PlainClient
  beforeAll(async () => {
    it = await startPortal(kind)
    client = createPlainClient(it.address)
  })
  afterAll(async () => {
    client.close()
    await it.stop()
  })

  /** All at once, as one caller. */
  const sendAll = async (requests: readonly HostileRequest[], caller: CallerKind) => {
    const authorization = await authorizationOf(it, caller, requests[0]?.target.length ?? 0)
    const bearer = authorization === undefined ? {} : { authorization }
    return Promise.all(
      requests.map(({ headers, ...request }) =>
        client.send({ ...request, headers: { ...headers, ...bearer } }),
      ),
    )
  }

  test('whatever is read by an id is asked for by one that is there, and whose it is', async () => {
    const known = await knownValues(it)
    const tokens = [await sessionOf(it, 'marie.lambert'), await sessionOf(it, 'jan.peeters')]
    const unreached: string[] = []
    for (const { id: name, method, path } of operations) {
      if (method !== 'GET' || !path.includes('{id}')) continue
      const documents = path.includes('{document}') ? (known['document'] ?? []) : ['']
      const calls = (known['id'] ?? []).flatMap((id) =>
        documents.flatMap((document) =>
          tokens.map(({ accessToken: token }) => ({ token, params: { id, document } })),
        ),
      )
      // oxlint-disable-next-line no-await-in-loop -- an operation after the other
      const answers = await Promise.all(calls.map((call) => it.client.send(name, call)))
      if (!answers.some(({ status }) => status === 200)) unreached.push(name)
    }
    expect(unreached).toEqual([])
  })

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s answers as the contract says',
    { timeout: longest + 120_000 },
    async (_id, operation) => {
      await it.portal.context.db.deleteFrom('throttles').execute()
      const request = hostileRequest(operation, await knownValues(it))
      const requests = fc.array(request, { minLength: 1, maxLength: 3 })
      const caller = fc.constantFrom('signedIn', 'reauthenticated', ...callerKinds)
      const property = fc.asyncProperty(requests, caller, async (all, kindOfCaller) => {
        for (const [index, answer] of (await sendAll(all, kindOfCaller)).entries()) {
          assertCareful(answer)
          expect(isForeseen(operation, all[index], answer.status), String(answer.status)).toBe(true)
        }
      })
      await fc.assert(property, { seed, numRuns, interruptAfterTimeLimit: longest })
    },
  )
})

/** Whether the document says that `operation` answers so; of another method or place, whatever refuses. */
function isForeseen(
  { statuses, method }: Operation,
  request: HostileRequest | undefined,
  status: number,
): boolean {
  if (request?.method !== method) return true
  return statuses.has(status) || status === 404
}
