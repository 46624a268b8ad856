/** A server in the portal's place that answers as a test says, over HTTP or HTTPS. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { z } from 'zod'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void
export type FaultyServer = { readonly url: string; readonly calls: readonly string[] }

export async function startFaultyServer(
  stack: AsyncDisposableStack,
  answer: Answer,
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<FaultyServer> {
  const calls: string[] = []
  const handle: Answer = (request, response) => {
    calls.push(`${request.method ?? ''} ${request.url ?? ''}`)
    answer(request, response)
  }
  const server = tls === null ? createServer(handle) : createSecureServer(tls, handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return { url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`, calls }
}
