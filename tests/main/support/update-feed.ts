/** A server of updates for tests: a real one on this computer, which can be told to misbehave. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dump } from 'js-yaml'
import { signatureExtension, signedBytes } from '../../../src/main/updates/feed-signature.ts'
import { startFaultyServer } from './faulty-server.ts'

/** As electron-updater names the feed where the tests run. */
export const feedName =
  process.platform === 'linux'
    ? `latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`
    : process.platform === 'darwin'
      ? 'latest-mac.yml'
      : 'latest.yml'

/** What is published: a release, as the feed's YAML has it. */
export type Published = {
  readonly version: string
  readonly releaseDate: string
  readonly [field: string]: unknown
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void

export type UpdateFeed = {
  readonly url: URL
  readonly publicKey: KeyObject
  /** The bytes of the installer that releases are about. */
  readonly installer: Buffer
  readonly fileName: string
  /** Signs and serves a release with this installer; `fields` change or add what the feed says. */
  readonly publish: (fields?: Partial<Published>, key?: KeyObject) => void
  /** Serves this text as the feed, signed. */
  readonly publishText: (text: string, key?: KeyObject) => void
  /** Serves `name` in another way from now on. */
  readonly misbehave: (name: string, respond: Respond) => void
  readonly behave: (name: string) => void
  /** What was asked for, in order, with the range where one was named. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
}

export const firstRelease = { version: '0.2.0', releaseDate: '2026-12-01T08:00:00.000Z' }

export function keyPair(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ed25519')
}

/** Listens until `stack` ends. @param installer what releases are about; random bytes unless given */
export async function startUpdateFeed(
  stack: AsyncDisposableStack,
  installer = randomBytes(300_000),
): Promise<UpdateFeed> {
  const { publicKey, privateKey } = keyPair()
  const fileName = `services-online-0.2.0-${process.arch}.AppImage`
  const files = new Map<string, Buffer>([[fileName, installer]])
  const others = new Map<string, Respond>()
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []

  const { url } = await startFaultyServer(stack, (request, response) => {
    const name = (request.url ?? '').slice(1)
    asked.push({ path: name, headers: request.headers })
    const other = others.get(name)
    if (other !== undefined) other(request, response)
    else serve(name, request, response)
  })

  function serve(name: string, request: IncomingMessage, response: ServerResponse): void {
    const content = files.get(name)
    if (content === undefined) return void response.writeHead(404).end()
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const type = name === fileName ? 'application/octet-stream' : 'text/yaml'
    const rest = content.subarray(from)
    const range = `bytes ${from}-${content.length - 1}/${content.length}`
    response
      .writeHead(from > 0 ? 206 : 200, {
        'content-type': type,
        'content-length': rest.length,
        ...(from > 0 ? { 'content-range': range } : {}),
      })
      .end(rest)
  }

  function publishText(text: string, key = privateKey): void {
    const content = Buffer.from(text)
    const signature = sign(null, signedBytes(feedName, content), key).toString('base64')
    files.set(feedName, content)
    files.set(`${feedName}${signatureExtension}`, Buffer.from(`${signature}\n`))
  }

  return {
    url: new URL(`${url}/`),
    publicKey,
    installer,
    fileName,
    asked,
    publishText,
    publish(fields = {}, key = privateKey) {
      const sha512 = createHash('sha512').update(installer).digest('base64')
      const release = {
        ...firstRelease,
        files: [{ url: fileName, sha512, size: installer.length }],
        path: fileName,
        sha512,
        ...fields,
      }
      publishText(dump(release), key)
    },
    misbehave: (name, respond) => void others.set(name, respond),
    behave: (name) => void others.delete(name),
  }
}
