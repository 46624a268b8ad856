/** The body of an answer: read no further than it may go on, and understood no deeper. */

/** More than any answer of the contract; a larger one is a mistake or an attack. */
const largestBody = 4 * 1024 * 1024
/** Deeper than any answer of the contract nests objects and lists. */
const deepest = 32

/**
 * The JSON of a body; undefined for one that is no JSON, not UTF-8, too long or nested too deep.
 * Rejects where the network fails, or `signal` aborts, before the body has ended.
 */
export async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  const bytes = await readBytes(response, signal, largestBody)
  const text = bytes === null ? null : decode(bytes)
  const json = text === null ? undefined : parse(text)
  return json !== undefined && isShallow(json) ? json : undefined
}

/**
 * The bytes of a body; null as soon as there are more than `largest`, however many were announced. Rejects as
 * `readJson` does.
 */
export async function readBytes(
  response: Response,
  signal: AbortSignal,
  largest: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Of its own accord: a body that trickles in must not outlast the time that the call has.
  const body = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal })
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

function membersOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function isShallow(json: unknown): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    level = level.flatMap(membersOf)
  }
  return true
}
