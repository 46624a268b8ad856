/** Identity: who somebody is, and how they show it. */
import type { Endpoint } from '../endpoint.ts'
import { credentialEndpoints } from './endpoints/credentials.ts'
import { enrolmentEndpoints } from './endpoints/enrolment.ts'
import { meEndpoints } from './endpoints/me.ts'
import { recoveryEndpoints } from './endpoints/recoveries.ts'
import { securityEndpoints } from './endpoints/security.ts'
import { sessionEndpoints } from './endpoints/sessions.ts'

export const identityEndpoints = {
  ...credentialEndpoints,
  ...sessionEndpoints,
  ...recoveryEndpoints,
  ...enrolmentEndpoints,
  ...meEndpoints,
  ...securityEndpoints,
} as const satisfies Record<string, Endpoint>
