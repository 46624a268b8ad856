/**
 * The endpoint table: the server registers its routes from it, the client takes its types from
 * it, and `openapi.json` is generated from it. An endpoint that is not here does not exist.
 */
import type { z } from 'zod'
import { collectnetEndpoints } from './collectnet/endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { identityEndpoints } from './identity/endpoints.ts'
import { insightsEndpoints } from './insights/endpoints.ts'
import { partnersEndpoints } from './partners/endpoints.ts'
import { portalEndpoints } from './portal/endpoints.ts'
import { servnetEndpoints } from './servnet/endpoints.ts'

export const endpoints = {
  ...portalEndpoints,
  ...identityEndpoints,
  ...servnetEndpoints,
  ...insightsEndpoints,
  ...collectnetEndpoints,
  ...partnersEndpoints,
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
