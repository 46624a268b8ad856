/** The text of a file of which nobody says how it is encoded: as spreadsheets save them. */

const byteOrderMarks = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/** As much of a file as shows whether every other byte is zero. */
const looked = 4096

/**
 * The text in `bytes`, without its byte order mark: UTF-8 and UTF-16 with one or without, else
 * Windows-1252, which any bytes can be.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = wideEncodingOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * What the first bytes of a file tell: by its byte order mark, or that they are UTF-16 without one. Null
 * where they tell nothing.
 */
export function wideEncodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  return marked?.encoding ?? unmarkedUtf16(bytes)
}

/** Separators, digits and line ends are there in every table, and have a zero byte each in UTF-16. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, looked)
  const zeros = [0, 0]
  for (const [at, byte] of start.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if (even === odd) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
