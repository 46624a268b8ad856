/** Serves the app's own files at `app://services-online/`. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Language } from '../../../shared/languages.ts'
import { isAppUrl } from '../../ipc/app-origin.ts'
import { errorCode } from '../../platform/files/write-file.ts'

/** Routes whose document was drawn at build time, in each language. */
const prerendered: Readonly<Record<string, string>> = {
  '/': 'services',
  '/sign-in': 'sign-in',
  '/locked': 'locked',
}

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

/** What a page of the app may do, told to the browser with every answer. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // The renderer has no network: everything goes through main.
  "connect-src 'none'",
  // Forms are handled by scripts; one that is submitted before its script runs goes nowhere.
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  // No text becomes a script, and no policy is made that would let one.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  // Names are not looked up ahead either: what a page puts into one would be sent with the question.
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
} as const
