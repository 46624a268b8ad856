/** Answers that are made while they are sent, such as files: as fast as they are taken, and no faster. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isTextStream, type Endpoint } from '../../shared/contract/endpoint.ts'

/** In milliseconds. What makes the answer waits meanwhile, in the middle of a transaction of a server. */
const patience = 8_000

/** How much is made ahead of what is taken, in bytes. */
const ahead = 64 * 1024

/**
 * Sends `data` part by part. Where the client hangs up, or takes nothing for a while, no more is made; what
 * fails in the middle ends the connection, so that nobody takes part of it for all.
 * @throws Error where `data` is no text that is made part by part
 */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, personal, mediaType }: Pick<Endpoint, 'status' | 'personal' | 'mediaType'>,
  data: unknown,
): FastifyReply {
  if (!isTextStream(data)) throw new Error('An endpoint of text that answers something else')
  const kept = personal ? { 'cache-control': 'no-store' } : {}
  reply.code(status).headers({ ...kept, 'content-type': `${mediaType}; charset=utf-8` })
  // Nothing is made for who asks for the headers alone.
  if (request.method === 'HEAD') return reply.send()
  const stream: Readable = Readable.from(
    whileTaken(data, () => stream.destroy(new Error('Nothing of the answer was taken any more'))),
    { objectMode: false, highWaterMark: ahead },
  )
  return reply.send(stream)
}

async function* whileTaken(
  parts: AsyncIterable<string>,
  giveUp: () => void,
): AsyncIterable<string> {
  for await (const part of parts) {
    const timer = setTimeout(giveUp, patience)
    try {
      yield part
    } finally {
      clearTimeout(timer)
    }
  }
}
