/**
 * Text of a file of which nobody says how it is encoded, in blocks of whole lines: what is in memory does
 * not grow with it. Read twice, as only the whole of it tells UTF-8 from Windows-1252.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { wideEncodingOf } from '../../shared/tables/decode-text.ts'
import type { TextEncoding } from './table-messages.ts'

export type OpenedText = {
  readonly encoding: TextEncoding
  readonly text: AsyncIterable<string>
}

const lineFeed = 0x0a
const blockBytes = 256 * 1024
/** A longer line is cut: no table has one. */
const longestLine = 4 * 1024 * 1024

/** @throws what the file system throws */
export async function openTextFile(path: string): Promise<OpenedText> {
  const wide = wideEncodingOf(await startOf(path))
  if (wide !== null && wide !== 'utf-8') {
    return { encoding: 'utf-16', text: wideText(path, wide) }
  }
  const encoding = await narrowEncodingOf(path)
  return { encoding, text: withoutMark(narrowText(path, encoding)) }
}

async function startOf(path: string): Promise<Uint8Array> {
  for await (const chunk of bytesOf(path)) return chunk
  return new Uint8Array()
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: blockBytes })
  yield* stream
}

/** The decoder leaves the byte order mark out. */
async function* wideText(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* withoutMark(text: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true
  for await (const part of text) {
    yield isFirst ? part.replace(/^\ufeff/, '') : part
    isFirst = false
  }
}

/** Blocks that end with a line, but for the last one. */
async function* blocksOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytesOf(path)) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = joined.lastIndexOf(lineFeed) + 1
    const isEndless = end === 0 && joined.length > longestLine
    const cut = isEndless ? joined.length : end
    if (cut > 0) yield joined.subarray(0, cut)
    rest = joined.subarray(cut)
  }
  if (rest.length > 0) yield rest
}

function* linesOf(block: Buffer): Generator<Buffer> {
  for (let from = 0; from < block.length;) {
    const at = block.indexOf(lineFeed, from)
    const end = at === -1 ? block.length : at + 1
    yield block.subarray(from, end)
    from = end
  }
}

async function narrowEncodingOf(path: string): Promise<TextEncoding> {
  let hasUtf8 = false
  let hasOther = false
  for await (const block of blocksOf(path)) {
    if (isAscii(block)) continue
    if (isUtf8(block)) {
      hasUtf8 = true
      continue
    }
    for (const line of linesOf(block)) {
      if (isAscii(line)) continue
      if (isUtf8(line)) hasUtf8 = true
      else hasOther = true
    }
  }
  if (!hasOther) return 'utf-8'
  return hasUtf8 ? 'mixed' : 'windows-1252'
}

async function* narrowText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const old = new TextDecoder('windows-1252')
  const either = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString('utf8') : old.decode(bytes))
  for await (const block of blocksOf(path)) {
    if (encoding === 'windows-1252') yield old.decode(block)
    else if (encoding === 'utf-8' || isUtf8(block)) yield block.toString('utf8')
    else yield [...linesOf(block)].map(either).join('')
  }
}
