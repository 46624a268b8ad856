/** Serves the app's own files at `app://services-online/`. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Language } from '../../../shared/languages.ts'
import { isAppUrl } from '../../ipc/trusted-sender.ts'
import { errorCode } from '../../platform/files/storage-failure.ts'
import { securityHeaders } from './response-headers.ts'

/** Routes whose document was drawn at build time, in each language. */
const prerendered: Readonly<Record<string, string>> = { '/': 'services', '/sign-in': 'sign-in' }

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** An allow-list of names: no dots before letters, so nothing outside the folder can be named. */
const assetPath = /^\/assets(?:\/[\w-][\w.-]*)+$/

export type AppProtocolOptions = {
  /** The folder of the built renderer. */
  readonly root: string
  /** Asked at each request: the language can change while the app runs. */
  readonly language: () => Language
  /** Told of a file that the pages ask for and that the installation does not have, or not whole. */
  readonly missing: (error: unknown) => void
}

/** A file of the installation that is not there. */
export class MissingFile extends Error {
  readonly code = 'ENOENT'

  constructor(path: string) {
    super(`${path} is missing`)
    this.name = 'MissingFile'
  }
}

/** Paths below `/assets/` are files; every other one is a route of the single page. */
export function createAppProtocol({ root, language, missing }: AppProtocolOptions) {
  /** The content, or null once `missing` knows. */
  async function whole(path: string, read: () => Promise<Buffer | null>): Promise<Buffer | null> {
    try {
      const content = await read()
      if (content === null) missing(new MissingFile(path))
      return content
    } catch (error) {
      missing(error)
      return null
    }
  }

  return async function answer(request: Request): Promise<Response> {
    if (request.method !== 'GET') return refusal(405)
    if (!isAppUrl(request.url)) return refusal(404)
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets')) {
      if (!assetPath.test(pathname)) return refusal(404)
      const file = await whole(pathname, () => readIfThere(join(root, pathname)))
      return file === null ? refusal(404) : found(file, extname(pathname), immutable)
    }
    const document = await whole('index.html', () => readDocument(root, pathname, language()))
    return document === null ? refusal(404) : found(document, '.html', 'no-store')
  }
}

/** Names of built assets carry a hash of their content. */
const immutable = 'public, max-age=31536000, immutable'

async function readDocument(
  root: string,
  route: string,
  language: Language,
): Promise<Buffer | null> {
  const name = prerendered[route]
  const drawn =
    name === undefined
      ? null
      : await readIfThere(join(root, 'prerendered', language, `${name}.html`))
  return drawn ?? readIfThere(join(root, 'index.html'))
}

function found(content: Buffer, extension: string, caching: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      ...securityHeaders,
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'cache-control': caching,
    },
  })
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders })
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return null
    throw error
  }
}
