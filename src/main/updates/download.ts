/**
 * Fetches the file of a release. What was received is kept until it is whole, so that an interrupted
 * download goes on where it was broken off; it gets its name once its hash is that of the feed.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { errorCode } from '../platform/files/write-file.ts'
import { isRedirect, plainRequest, type Fetch } from './bounded-fetch.ts'
import type { ReleaseFile } from './release.ts'
import { UpdateError } from './update-error.ts'

/** A server that sends nothing for so long has gone, in milliseconds. */
const longestSilenceMs = 60_000

export type Download = {
  readonly fetch: Fetch
  readonly url: string
  readonly file: Pick<ReleaseFile, 'size' | 'sha512'>
  /** Where what was received so far is kept, of one file at a time. */
  readonly partialFolder: string
  readonly destination: string
  readonly onPercent: (percent: number) => void
  readonly silenceMs?: number | undefined
}

/**
 * @throws UpdateError `update_interrupted` where it can go on later, `update_file_refused` where what
 * came is not what was announced and was removed, `disk_full`; else what the file system throws
 */
export async function downloadFile(download: Download): Promise<void> {
  const { file, partialFolder, destination } = download
  const partial = await preparePartial(partialFolder, file.sha512)
  const received = await sizeOf(partial)
  await refuseFullDisk(partialFolder, file.size - received)
  if (received < file.size) await receive(download, partial, received)
  if ((await sha512Of(partial)) !== file.sha512) await refuse(partial)
  await mkdir(dirname(destination), { recursive: true, mode: 0o700 })
  await rename(partial, destination)
}

/** SHA-512 of a file, in base64 as feeds write it. @throws what the file system throws */
export async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash)
  return hash.digest('base64')
}

/** The path of the part of this file; parts of others will not be asked for again. */
async function preparePartial(folder: string, sha512: string): Promise<string> {
  const name = `${Buffer.from(sha512, 'base64').toString('hex').slice(0, 32)}.part`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const others = (await readdir(folder)).filter((one) => one !== name)
  await Promise.all(others.map((one) => rm(join(folder, one), { recursive: true, force: true })))
  return join(folder, name)
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0
    throw error
  }
}

/** Known beforehand, it costs nobody the last of their disk. */
async function refuseFullDisk(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < needed) throw new UpdateError('disk_full')
}

async function refuse(partial: string): Promise<never> {
  await rm(partial, { force: true })
  throw new UpdateError('update_file_refused')
}

async function receive(download: Download, partial: string, from: number): Promise<void> {
  const { fetch, url, file, silenceMs = longestSilenceMs } = download
  const controller = new AbortController()
  const { signal } = controller
  const silence = setTimeout(() => controller.abort(), silenceMs)
  try {
    const headers = from === 0 ? {} : { Range: `bytes=${from}-` }
    const response = await answerOf(fetch(url, { ...plainRequest, headers, signal }))
    const start = startOf(response, from, file.size)
    if (start === null) {
      await response.body?.cancel()
      throw new UpdateError('update_interrupted')
    }
    await write(download, { partial, start, response, signal, heard: () => silence.refresh() })
  } finally {
    clearTimeout(silence)
    controller.abort()
  }
}

async function answerOf(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer
  } catch (error) {
    throw new UpdateError(isRedirect(error) ? 'update_file_refused' : 'update_interrupted', error)
  }
}

/** Where in the file the body begins; null for an answer that is none of the file. */
function startOf({ status, headers }: Response, asked: number, size: number): number | null {
  // The page of a captive network, say: what is here already stays.
  if (headers.get('content-type')?.includes('html') === true) return null
  if (status === 200) return 0
  const isTheRest = headers.get('content-range') === `bytes ${asked}-${size - 1}/${size}`
  return status === 206 && isTheRest ? asked : null
}

/** Writes the body behind what is there, and not a byte more than was announced. */
async function write(
  { file, onPercent }: Download,
  part: {
    readonly partial: string
    readonly start: number
    readonly response: Response
    readonly signal: AbortSignal
    readonly heard: () => void
  },
): Promise<void> {
  const handle = await open(part.partial, part.start === 0 ? 'w' : 'a', 0o600)
  let received = part.start
  try {
    for await (const chunk of bodyOf(part.response, part.signal)) {
      part.heard()
      received += chunk.byteLength
      if (received > file.size) break
      await handle.write(chunk)
      onPercent(Math.floor((received / file.size) * 100))
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (received > file.size) await refuse(part.partial)
  if (received < file.size) throw new UpdateError('update_interrupted')
}

/** The network's failures apart from those of the disk that is written to meanwhile. */
async function* bodyOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    // Of its own accord: not every body ends when its request is aborted.
    const body = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), {
      signal,
    })
    yield* body ?? []
  } catch (error) {
    throw new UpdateError('update_interrupted', error)
  }
}
