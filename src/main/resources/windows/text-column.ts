/**
 * Texts of many rows as bytes, one behind the other: a quarter of a million of them take a few
 * megabytes, and are looked through in a few milliseconds.
 */
import { createPace, stepsAtOnce } from './pace.ts'

export type TextColumn = {
  readonly add: (text: string) => void
  readonly at: (row: number) => string
  /** The first row that has exactly this text; -1 where none does. */
  readonly rowOf: (text: string) => number
  /** 1 for each row in whose text `part` occurs, which is not empty; else 0. */
  readonly mark: (part: string) => Promise<Uint8Array>
}

const firstBytes = 65_536

/** Without texts. */
export function createTextColumn(): TextColumn {
  let bytes = Buffer.allocUnsafe(firstBytes)
  /** Where each text ends, and the next one begins. */
  const ends: number[] = []

  const endOf = (row: number) => (row < 0 ? 0 : (ends[row] ?? 0))

  function add(text: string): void {
    const start = endOf(ends.length - 1)
    const length = Buffer.byteLength(text)
    if (start + length > bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (start + length))
      bytes.copy(larger, 0, 0, start)
      bytes = larger
    }
    ends.push(start + bytes.write(text, start))
  }

  return {
    add,
    at: (row) => bytes.toString('utf8', endOf(row - 1), endOf(row)),
    rowOf(text) {
      const wanted = Buffer.from(text)
      return ends.findIndex(
        (end, row) =>
          end - endOf(row - 1) === wanted.length &&
          bytes.compare(wanted, 0, wanted.length, endOf(row - 1), end) === 0,
      )
    },
    async mark(part) {
      const pace = createPace()
      const marks = new Uint8Array(ends.length)
      const wanted = Buffer.from(part)
      for (let row = 0; row < ends.length; row += stepsAtOnce) {
        markAmong({ bytes, ends }, wanted, marks, row)
        // oxlint-disable-next-line no-await-in-loop -- main answers the page between
        await pace()
      }
      return marks
    },
  }
}

/** Marks those among the next `stepsAtOnce` from `firstRow` on. */
function markAmong(
  { bytes, ends }: { readonly bytes: Uint8Array; readonly ends: readonly number[] },
  part: Uint8Array,
  marks: Uint8Array,
  firstRow: number,
): void {
  const [first] = part
  const endRow = Math.min(firstRow + stepsAtOnce, ends.length)
  let at = firstRow === 0 ? 0 : (ends[firstRow - 1] ?? 0)
  for (let row = firstRow; row < endRow; row += 1) {
    const end = ends[row] ?? 0
    const last = end - part.length
    while (at <= last && !(bytes[at] === first && occursAt(bytes, part, at))) at += 1
    if (at <= last) marks[row] = 1
    at = end
  }
}

function occursAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  for (let index = 1; index < part.length; index += 1) {
    if (bytes[at + index] !== part[index]) return false
  }
  return true
}
