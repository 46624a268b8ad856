/** Serves the built renderer as main does, by its own protocol handler, over loopback. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createAppProtocol } from '../../../src/main/app/protocol/app-protocol.ts'
import { appUrl } from '../../../src/main/ipc/app-origin.ts'
import type { Language } from '../../../src/shared/languages.ts'

export type PageServer = {
  readonly origin: string
  /** The language that main would answer in. */
  readonly speak: (language: Language) => void
  readonly close: () => void
}

/** @param folder the built renderer */
export async function servePages(folder: string): Promise<PageServer> {
  let language: Language = 'fr'
  const answer = createAppProtocol({
    root: folder,
    language: () => language,
    missing: (error) => console.error(error),
  })
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const result = await answer(new Request(appUrl(request.url ?? '/')))
    response.writeHead(result.status, Object.fromEntries(result.headers))
    response.end(new Uint8Array(await result.arrayBuffer()))
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port on loopback')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    speak: (next) => {
      language = next
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
