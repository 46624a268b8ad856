/**
 * The endpoint table: the server registers its routes from it, the client takes its types from
 * it, and `openapi.json` is generated from it. An endpoint that is not here does not exist.
 */
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { enrolmentEndpoints } from './identity/endpoints/enrolment.ts'
import { meEndpoints } from './identity/endpoints/me.ts'
import { openEndpoints } from './identity/endpoints/open.ts'
import { recoveryEndpoints } from './identity/endpoints/recoveries.ts'
import { securityEndpoints } from './identity/endpoints/security.ts'
import { sessionEndpoints } from './identity/endpoints/sessions.ts'
import { servnetEndpoints } from './servnet/endpoints.ts'

export const endpoints = {
  ...openEndpoints,
  ...sessionEndpoints,
  ...recoveryEndpoints,
  ...enrolmentEndpoints,
  ...meEndpoints,
  ...securityEndpoints,
  ...servnetEndpoints,
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined
type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** What a client sends to `Name`. */
export type EndpointBody<Name extends EndpointName> = InputOf<Endpoints[Name]['body']>
/** What the server's handler of `Name` receives. */
export type ParsedBody<Name extends EndpointName> = OutputOf<Endpoints[Name]['body']>
/** What `Name` answers when it succeeds. */
export type EndpointAnswer<Name extends EndpointName> = OutputOf<Endpoints[Name]['answer']>
