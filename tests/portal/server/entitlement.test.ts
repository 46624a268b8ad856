/** Services that are not granted are closed, whichever of their endpoints is asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../../src/shared/contract/endpoint.ts'
import { endpoints } from '../../../src/shared/contract/endpoints.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { serviceIds } from '../../../src/shared/services.ts'
import { databaseKinds } from '../support/databases.ts'
import { grantOnly } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const ofServices = Object.values(endpoints).filter(({ service }: Endpoint) => service !== null)

describe.each(databaseKinds)('a service that is not granted, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  test.each(ofServices.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]))(
    'refuses %s, and names itself',
    async (_name, { method, path, service }) => {
      const { accessToken } = await it.signIn('jan.peeters')
      const others = serviceIds.filter((one) => one !== service)
      await grantOnly(it.portal.context, 'jan.peeters', others)
      const response = await fetch(it.address + path.replaceAll(/\{\w+\}/g, 'some'), {
        method,
        headers: { authorization: `Bearer ${accessToken}` },
      })
      const problem = problemSchema.parse(await response.json())
      expect(problem).toMatchObject({ status: 403, code: 'forbidden', service })
    },
  )
})
