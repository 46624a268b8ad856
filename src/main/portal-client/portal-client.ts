/** Typed calls to the portal: the endpoint table gives path, body and answer of each. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import {
  endpoints,
  type EndpointAnswer,
  type EndpointBody,
  type EndpointName,
  type Endpoints,
} from '../../shared/contract/endpoints.ts'
import { largestDocument } from '../../shared/contract/collectnet/documents.ts'
import { isRepeatable } from '../../shared/contract/endpoint.ts'
import { problemStatus } from '../../shared/contract/problem.ts'
import { placeOf, type Configuration } from '../platform/configuration/configuration.ts'
import { exchange, type Fetch, type PortalResponse } from './exchange.ts'
import type { ClockDoubt } from './network-failure.ts'
import { parseAnswer } from './parse-answer.ts'
import { isOutage } from './outage.ts'
import type { RefusedCall } from './proxy-sign-in.ts'
import { repeat } from './repeat.ts'
import { dateOf, versionOf } from './response-headers.ts'

type Common<Name extends EndpointName> = {
  readonly query?: z.input<Endpoints[Name]['query']>
  readonly params?: z.input<Endpoints[Name]['params']>
  /** Opens what is not open to everyone. */
  readonly token?: string
  /** The version at hand: the portal then answers 304 where it is still current. */
  readonly etag?: string
}
type Sending = {
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly params?: Readonly<Record<string, string>> | undefined
  readonly token?: string | undefined
  readonly etag?: string | undefined
  /** The version that an edit is meant for: the portal refuses it where that is not the current one. */
  readonly ifMatch?: string | undefined
  /** Names this write: the portal does it once, however often it arrives. */
  readonly idempotencyKey?: string | undefined
  readonly body: string | null
  /** Whether it may be sent again at once where its answer did not come. */
  readonly repeatable: boolean
  /** Whether somebody waits for it, who can be asked something. */
  readonly isInPerson: boolean
}

export type CallOptions<Name extends EndpointName> = Common<Name> &
  (EndpointBody<Name> extends undefined
    ? { readonly body?: undefined }
    : { readonly body: EndpointBody<Name> })
/** Of a call that reads. */
export type ReadOptions<Name extends EndpointName> = Pick<
  Common<Name>,
  'query' | 'params' | 'token' | 'etag'
>

export type Versioned<Data> =
  | { readonly changed: true; readonly data: Data; readonly etag: string | null }
  | { readonly changed: false }

/**
 * A write as it was fixed before it was sent for the first time: under one key it is always the same,
 * whatever this version of the app would make of it.
 */
export type FixedWrite = {
  readonly endpoint: EndpointName
  readonly params: Readonly<Record<string, string>>
  /** JSON; null where there is none. */
  readonly body: string | null
  readonly ifMatch: string | null
  readonly idempotencyKey: string
}

/** What a write came to. Of a conflict `data` is the resource as it is now, under a version of its own. */
export type WriteAnswer =
  | { readonly kind: 'done'; readonly data: unknown; readonly version: string | null }
  | { readonly kind: 'conflict'; readonly data: unknown; readonly version: string }

export type PortalClient = {
  /** Never throws; parses every answer. Failures carry a code of `ErrorCode`. */
  readonly call: <Name extends EndpointName>(
    name: Name,
    options: CallOptions<Name>,
  ) => Promise<Result<EndpointAnswer<Name>>>
  /** As `call`, for an answer that may be unchanged since `options.etag`. */
  readonly callIfChanged: <Name extends EndpointName>(
    name: Name,
    options: ReadOptions<Name>,
  ) => Promise<Result<Versioned<EndpointAnswer<Name>>>>
  /** Sends a write once; another version than it names is a conflict. Never throws. */
  readonly write: (token: string, write: FixedWrite) => Promise<Result<WriteAnswer>>
  /** The time by the portal's clock, in ms since 1970: this computer's own may be wrong. */
  readonly now: () => number
}

export type PortalClientOptions = {
  /** Where it cannot be used, nothing is called. */
  readonly configuration:
    { readonly ok: true; readonly portalUrl: URL } | Extract<Configuration, { readonly ok: false }>
  readonly fetch: Fetch
  readonly userAgent: string
  /** When this version was built: no right clock shows an earlier time. */
  readonly builtAt: Date
  /** How long one try may take. */
  readonly timeoutMs?: number
  /** Signs in to the proxy that refused; whether the call is worth making again. */
  readonly signInToProxy?: ((refused: RefusedCall) => Promise<boolean>) | undefined
  /**
   * Told of what became of each call: null where the portal answered, whatever it said, unless it
   * said that it cannot serve.
   */
  readonly onOutcome?: (failure: AppError | null) => void
  /** Told when a session was answered, with the time by the portal's clock, in ms since 1970. */
  readonly onSession?: (portalTime: number) => void
}

/** A person waits for this long before being told; then they may try again. */
const defaultTimeoutMs = 10_000
/** And no longer than this for all tries of a call together. */
const longestCallMs = 15_000
/** A clock further off than this makes certificates and expiry times look wrong. */
const clockToleranceMs = 5 * 60_000
/**
 * Calls that can be sent twice without harm: those that read, and writes that the portal knows again by
 * their key. A refresh is among them: the portal accepts the same token until its successor is used.
 */
const isSafeToRepeat = (name: EndpointName) =>
  endpoints[name].method === 'GET' || name === 'sessionRefresh' || isRepeatable(endpoints[name])

const beginsSession = new Set<EndpointName>(['sessionCreate', 'sessionRefresh'])

/**
 * A client of the portal that `configuration` names. Its calls never throw: each failure is a
 * code.
 */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  let clockOffsetMs: number | null = null

  const clock = (): ClockDoubt =>
    Date.now() < options.builtAt.getTime() || Math.abs(clockOffsetMs ?? 0) > clockToleranceMs
      ? 'wrong'
      : 'right'

  const now = () => Date.now() + (clockOffsetMs ?? 0)

  async function send(name: EndpointName, request: Sending): Promise<Result<PortalResponse>> {
    const { configuration } = options
    if (!configuration.ok) {
      return failure({ code: 'configuration_invalid', params: { path: placeOf(configuration) } })
    }
    const { token, etag, ifMatch, idempotencyKey, body } = request
    const isFile = endpoints[name].mediaType === 'application/octet-stream'
    const limitMs = (options.timeoutMs ?? defaultTimeoutMs) + transferMs(isFile, body)
    const sent = {
      url: endpointUrl(configuration.portalUrl, name, request).href,
      method: endpoints[name].method,
      headers: {
        accept: isFile ? '*/*' : 'application/json, application/problem+json',
        'user-agent': options.userAgent,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body,
      isFile,
    }
    const inTime = () => {
      const end = performance.now() + Math.max(longestCallMs, limitMs)
      const attempt = () => {
        const timeoutMs = Math.max(1, Math.min(limitMs, Math.ceil(end - performance.now())))
        return exchange(options.fetch, { ...sent, timeoutMs }, clock, now)
      }
      return request.repeatable ? repeat(attempt) : attempt()
    }
    const refused = { isInPerson: request.isInPerson, sentAt: performance.now() }
    const first = await inTime()
    const result = (await isLetThrough(first, refused)) ? await inTime() : first
    if (result.ok) clockOffsetMs = offset(result.data.headers) ?? clockOffsetMs
    options.onOutcome?.(result.ok || !isOutage(result.error) ? null : result.error)
    return result
  }

  /** The proxy refused, and has been told who is here since: however long somebody took for that. */
  async function isLetThrough(
    result: Result<PortalResponse>,
    refused: RefusedCall,
  ): Promise<boolean> {
    if (result.ok || result.error.code !== 'proxy_authentication_required') return false
    return (await options.signInToProxy?.(refused)) === true
  }

  /** Only what opens for a session tells of one: anybody is told what the portal offers. */
  function tellOfSession<Name extends EndpointName>(name: Name, { token }: Common<Name>): void {
    if (token !== undefined || beginsSession.has(name)) options.onSession?.(now())
  }

  async function callIfChanged<Name extends EndpointName>(
    name: Name,
    { body, ...callOptions }: Common<Name> & { readonly body?: unknown },
  ): Promise<Result<Versioned<EndpointAnswer<Name>>>> {
    const result = await send(name, {
      ...callOptions,
      body: body === undefined ? null : JSON.stringify(body),
      // Of a write that is asked for in person, each asking is one of its own.
      ...(isRepeatable(endpoints[name]) ? { idempotencyKey: randomUUID() } : {}),
      repeatable: isSafeToRepeat(name),
      isInPerson: endpoints[name].method !== 'GET' && name !== 'sessionRefresh',
    })
    if (!result.ok) return result
    const { status, headers, json } = result.data
    if (status === 304 && callOptions.etag !== undefined) {
      tellOfSession(name, callOptions)
      return success({ changed: false })
    }
    if (status !== endpoints[name].status) return failure({ code: 'portal_answer_invalid' })
    const data = parseAnswer(name, json)
    if (!data.ok) return failure(data.error)
    tellOfSession(name, callOptions)
    return success({ changed: true, data: data.data, etag: versionOf(headers) })
  }

  async function write(
    token: string,
    { endpoint, ifMatch, ...fixed }: FixedWrite,
  ): Promise<Result<WriteAnswer>> {
    const condition = ifMatch === null ? {} : { ifMatch }
    const result = await send(endpoint, {
      ...fixed,
      ...condition,
      token,
      repeatable: false,
      isInPerson: false,
    })
    if (!result.ok) return result
    const { status, headers, json } = result.data
    const data = parseAnswer(endpoint, json)
    const version = versionOf(headers)
    if (!data.ok) return data
    if (status === endpoints[endpoint].status) {
      return success({ kind: 'done', data: data.data, version })
    }
    // The version that was named is the present one, and refused all the same: something between
    // here and the portal rewrites tags, and trying again would never end.
    const isEndless = version === null || version === ifMatch
    return status === problemStatus.precondition_failed && !isEndless
      ? success({ kind: 'conflict', data: data.data, version })
      : failure({ code: 'portal_answer_invalid' })
  }

  return {
    callIfChanged,
    write,
    async call(name, callOptions) {
      const result = await callIfChanged(name, callOptions)
      if (!result.ok) return result
      return result.data.changed
        ? success(result.data.data)
        : failure({ code: 'portal_answer_invalid' })
    },
    now,
  }
}

/** How long a file may take besides, on a line of 640 kbit/s, in ms. */
function transferMs(isFile: boolean, body: string | null): number {
  if (isFile) return Math.ceil(largestDocument / bytesPerMs)
  return body === null || body.length < fewBytes ? 0 : Math.ceil(body.length / bytesPerMs)
}

const bytesPerMs = 80
/** They are there as soon as the rest of a request is. */
const fewBytes = 262_144

function endpointUrl(
  baseUrl: URL,
  name: EndpointName,
  { params, query }: Pick<Sending, 'params' | 'query'>,
): URL {
  const values = new Map(Object.entries(params ?? {}))
  const path = endpoints[name].path.replace(/\{(\w+)\}/g, (_match, key: string) =>
    encodeURIComponent(values.get(key) ?? ''),
  )
  const url = new URL(`${baseUrl.pathname.replace(/\/$/, '')}${path}`, baseUrl)
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, String(value))
  return url
}

/** How far the portal's clock is ahead of this computer's, from the `Date` header. */
function offset(headers: Headers): number | null {
  const date = dateOf(headers)
  return date === null ? null : date - Date.now()
}
