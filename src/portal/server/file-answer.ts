/** Files in answers: saved under their name, and never shown or run by a browser. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isSentFile, type Endpoint } from '../../shared/contract/endpoint.ts'

/**
 * Sends `data` as a file.
 * @throws Error where `data` is none
 */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, personal }: Pick<Endpoint, 'status' | 'personal'>,
  data: unknown,
): FastifyReply {
  if (!isSentFile(data)) throw new Error('An endpoint of files that answers something else')
  const { name, mediaType, bytes } = data
  const kept = personal ? { 'cache-control': 'no-store' } : {}
  reply.code(status).headers({
    ...kept,
    'content-type': mediaType,
    'content-length': bytes.byteLength,
    'content-disposition': dispositionOf(name),
  })
  // Node leaves the body of an answer to HEAD out.
  return request.method === 'HEAD' ? reply.send() : reply.send(Buffer.from(bytes))
}

/** RFC 6266: the name in ASCII for old clients, and as it is for all others (RFC 8187). */
function dispositionOf(name: string): string {
  const ascii = name.replaceAll(/[^ -~]|["\\%]/g, '_')
  const escaped = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${escaped}`
}
