/** How much a message of the page may carry: as the portal limits bodies, main limits what it parses. */

import type { RouteName } from '../../shared/contract/channels.ts'

/**
 * More than any form sends, by far: characters of texts and of members' names, members, and bytes of
 * what holds bytes.
 */
export const largestMessage = 65_536

/** What people paste is larger: a table of as many rows as one may send. */
const largerMessages: Readonly<Partial<Record<RouteName, number>>> = {
  'servnet.pasteBatch': 4_200_000,
}

/** How large a message to this route may be. */
export function limitOf(name: RouteName): number {
  return largerMessages[name] ?? largestMessage
}

/**
 * Whether `message` is no larger than `limit`. It is looked at no further than that, so that a
 * page cannot keep main busy, or fill its memory, with what no route takes.
 * @throws what a getter throws; a message that came from another process has none
 */
export function isWithinLimit(message: unknown, limit = largestMessage): boolean {
  let left = limit
  const waiting = [message]
  const add = (member: unknown) => void waiting.push(member)
  // What holds itself is without an end, and so too large.
  for (const value of waiting) {
    left -= ownSize(value)
    if (left < 0) return false
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(add)
  }
  return true
}

/** What `value` adds by itself; its members come after it. */
function ownSize(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.length
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength
  if (value instanceof Map || value instanceof Set) return value.size
  return Object.keys(value).reduce((sum, key) => sum + key.length + 1, 0)
}
