/** A connection on which a test writes bytes itself, and reads the answers that come back on it. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import pTimeout from 'p-timeout'
import type { Answered } from './careful-answers.ts'

/** Opens a connection to `address`. */
export async function openRaw(address: string): Promise<Socket> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  // Where the portal hangs up on what is still being written.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/**
 * Writes `bytes` (a string as Latin-1), `atOnce` of them in a turn of the event loop, and reads until
 * the portal hangs up.
 * @throws where it keeps the connection for a minute
 */
export async function exchange(
  address: string,
  bytes: string,
  atOnce = Infinity,
): Promise<Answered[]> {
  const socket = await openRaw(address)
  const closed = new Promise((resolve) => {
    socket.once('close', resolve)
  })
  let received = ''
  socket.setNoDelay(true).on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1')
  })
  for (let at = 0; at < bytes.length && socket.writable; at += atOnce) {
    socket.write(bytes.slice(at, at + atOnce), 'latin1')
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    await nextTurn()
  }
  await pTimeout(closed, { milliseconds: 60_000 })
  return answersIn(received)
}

/** The answers in `text`, one after the other. Those that only ask to go on are left out. */
export function answersIn(text: string): Answered[] {
  const answers: Answered[] = []
  let rest = text
  while (rest !== '') {
    const end = rest.indexOf('\r\n\r\n')
    const [first = '', ...lines] = rest.slice(0, end).split('\r\n')
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
    if (end === -1 || Number.isNaN(status)) throw new Error(`No answer: ${rest.slice(0, 200)}`)
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
    )
    const length = Number(headers['content-length'] ?? 0)
    if (headers['transfer-encoding'] !== undefined) throw new Error('It came in chunks')
    const body = Buffer.from(rest.slice(end + 4, end + 4 + length), 'latin1').toString()
    if (status >= 200) answers.push({ status, headers, body })
    rest = rest.slice(end + 4 + length)
  }
  return answers
}
