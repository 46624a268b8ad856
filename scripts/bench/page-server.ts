/** Serves one page and its assets from memory, with the headers that the app sends. */
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { securityHeaders } from '../../src/main/app/protocol/app-protocol.ts'
import { Failure } from '../lib/failure.mjs'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Where a page begins its visit, so that its process is there before the clock runs. */
export const blankPath = '/blank'

export type PageServer = {
  readonly url: string
  /** Bytes of an asset as gzip would send them; the app itself reads them from its package. */
  readonly compressedSize: (path: string) => number
}

export type PageOptions = {
  /** Answered on every path that is not an asset. */
  readonly document: string
  /** The built page; its `assets/` are served. */
  readonly folder: string
}

function readAssets(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(join(folder, 'assets'))
  return new Map(
    names.map((name) => [`/assets/${name}`, readFileSync(join(folder, 'assets', name))]),
  )
}

/** Starts the server on a free port of loopback; it ends with `stack`. */
export async function servePage(
  { document, folder }: PageOptions,
  stack: AsyncDisposableStack,
): Promise<PageServer> {
  const assets = readAssets(folder)
  const page = Buffer.from(document)
  const blank = Buffer.from('<!doctype html><title>Blank</title>')
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const isAsset = path.startsWith('/assets/')
    const body = isAsset ? assets.get(path) : path === blankPath ? blank : page
    response.writeHead(body === undefined ? 404 : 200, {
      ...securityHeaders,
      'content-type': contentTypes[isAsset ? extname(path) : '.html'] ?? 'text/plain',
      'content-length': body?.length ?? 0,
      'cache-control': 'no-store',
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Failure('No port is free on 127.0.0.1.', 'Close some programs, then run again.')
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    compressedSize: (path) => gzipSync(assets.get(path) ?? '', { level: 9 }).length,
  }
}
