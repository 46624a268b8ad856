/** Which service each endpoint belongs to, as its path says too. */
import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../../../src/shared/contract/endpoint.ts'
import { endpoints } from '../../../src/shared/contract/endpoints.ts'
import { serviceIds } from '../../../src/shared/services.ts'

const table: [string, Endpoint][] = Object.entries(endpoints)

describe('an endpoint', () => {
  test.each(table)('%s belongs to the service that its path names', (_name, endpoint) => {
    const named = serviceIds.find((service) => endpoint.path.startsWith(`/v1/${service}/`)) ?? null
    expect(endpoint.service).toBe(named)
  })
})
