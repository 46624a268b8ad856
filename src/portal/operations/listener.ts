/**
 * What whoever runs the portal asks of it, on an address of its own, which is not for the world: whether it
 * lives, whether it is ready, and its metrics. It listens before the database is opened, which may take
 * as long as a migration, and as long as anything is still under way at the end.
 */
import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import type { Context } from '../identity/context.ts'
import { watchMails } from './mail-backlog.ts'
import { createMetrics } from './metrics.ts'
import { createReadiness, type Readiness } from './readiness.ts'
import type { Measures } from '../platform/measures.ts'

export type Operations = {
  /** E.g. `http://127.0.0.1:4181`. */
  readonly address: string
  /** What a portal notes itself with, to be watched here. */
  readonly measures: Measures
  /** From now on it is ready where `context` can serve. */
  readonly serve: (context: Context) => void
  /** From now on it is not ready, though it answers what is under way. */
  readonly end: () => void
  readonly close: () => Promise<void>
}

type State =
  | { readonly name: 'starting' | 'ending' }
  | { readonly name: 'serving'; readonly ask: () => Promise<Readiness> }

/**
 * Listens at `host` and `port`, 0 for any.
 * @throws what the system says where it may not
 */
export async function startOperations(place: {
  readonly host: string
  readonly port: number
}): Promise<Operations> {
  const { measures, registry } = createMetrics()
  let state: State = { name: 'starting' }
  const readiness = async (response: ServerResponse): Promise<void> => {
    if (state.name !== 'serving') {
      answer(response, 503, { status: state.name })
      return
    }
    const { isReady, checks } = await state.ask()
    answer(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not_ready', checks })
  }
  const routes = new Map<string, (response: ServerResponse) => Promise<void> | void>([
    ['/health/live', (response) => answer(response, 200, { status: 'live' })],
    ['/health/ready', readiness],
    [
      '/metrics',
      async (response) => {
        const text = await registry.metrics()
        response.writeHead(200, { 'content-type': registry.contentType }).end(text)
      },
    ],
  ])
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const route = request.method === 'GET' ? routes.get(request.url ?? '') : undefined
    if (route === undefined) answer(response, 404, { status: 'not_found' })
    else Promise.resolve(route(response)).catch(() => answer(response, 500, { status: 'failed' }))
  })
  server.listen(place.port, place.host)
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : place.port
  return {
    address: `http://${isIPv6(place.host) ? `[${place.host}]` : place.host}:${port}`,
    measures,
    serve: (context) => {
      watchMails(context, registry)
      state = { name: 'serving', ask: createReadiness(context) }
    },
    end: () => {
      state = { name: 'ending' }
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}
