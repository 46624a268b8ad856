/** The shape of handlers, taken from the endpoint table. */
import type { z } from 'zod'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import type {
  EndpointAnswer,
  EndpointName,
  Endpoints,
  ParsedBody,
} from '../../shared/contract/endpoints.ts'
import type { Principal } from './sessions/principal.ts'
import type { Client } from '../platform/network/client.ts'

/** What a handler is given: everything parsed, and the caller where the endpoint asks for one. */
export type Call<Name extends EndpointName> = {
  readonly params: z.output<Endpoints[Name]['params']>
  readonly query: z.output<Endpoints[Name]['query']>
  readonly body: ParsedBody<Name>
  readonly principal: PrincipalOf<Endpoints[Name]>
  readonly client: Client
  /** The `If-Match` header: which version an edit was made on. */
  readonly ifMatch: string | undefined
}

export type PrincipalOf<Of extends Endpoint> = Of['access'] extends 'open' ? null : Principal

/** Answers what the endpoint promises; undefined where it promises no body. */
export type Handler<Name extends EndpointName> = (
  call: Call<Name>,
) => Promise<EndpointAnswer<Name>> | EndpointAnswer<Name>

/** One handler for each endpoint: a missing or an extra one does not compile. */
export type Handlers = { readonly [Name in EndpointName]: Handler<Name> }

/** The handlers of a domain, by its part of the endpoint table: none is missing, none is another's. */
export type HandlersOf<Table extends Partial<Endpoints>> = Pick<
  Handlers,
  keyof Table & EndpointName
>
