/** What never became a request: broken HTTP, headers beyond any size, a client that stopped midway. */
import type { Socket } from 'node:net'
import { problemBody } from '../platform/problem-error.ts'

/** Answers as any refusal is answered, and hangs up: nothing after it could be read. */
export function answerClientError({ code }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const body = JSON.stringify(problemBody('invalid_request'))
  const lines = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ]
  socket.end(lines.join('\r\n'), () => socket.destroy())
}
