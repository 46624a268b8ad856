/** Serves the built renderer as main does: by its own protocol handler, over loopback. */
import { createServer } from 'node:http'
import { createAppProtocol } from '../../../src/main/app-protocol/app-protocol.ts'
import { appUrl } from '../../../src/main/app-protocol/app-origin.ts'
import type { Language } from '../../../src/shared/portal/common.ts'

export type PageServer = {
  readonly origin: string
  /** The language that main would answer in. */
  language: Language
  readonly close: () => void
}

/** @param folder the built renderer */
export async function servePages(folder: string): Promise<PageServer> {
  const pages = { language: 'fr' satisfies Language as Language }
  const answer = createAppProtocol({ root: folder, language: () => pages.language })
  const server = createServer((request, response) => {
    void answer(new Request(appUrl(request.url ?? '/'))).then(async (result) => {
      response.writeHead(result.status, Object.fromEntries(result.headers))
      response.end(new Uint8Array(await result.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port on loopback')
  return Object.assign(pages, {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
}
