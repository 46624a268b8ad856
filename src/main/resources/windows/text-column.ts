/**
 * Texts of many rows as bytes, one behind the other: a quarter of a million of them take a few
 * megabytes, and are looked through in a few milliseconds.
 */
import { createNumbers } from './numbers.ts'
import { createPace, stepsAtOnce } from './pace.ts'

export type TextColumn = {
  readonly at: (row: number) => string
  /** The first row that has exactly this text; -1 where none does. */
  readonly rowOf: (text: string) => number
  /** 1 for each row in whose text `part` occurs, which is not empty; else 0. Not to be changed. */
  readonly mark: (part: string) => Promise<Uint8Array>
}

export type TextColumnBuilder = {
  readonly add: (text: string) => void
  readonly finish: () => TextColumn
}

const firstBytes = 65_536
const growth = 1.5
/** Of words that were looked for: somebody types one letter after the other, of one word after the other. */
const mostMarks = 6

/** Without texts. */
export function buildTextColumn(): TextColumnBuilder {
  let bytes = Buffer.allocUnsafe(firstBytes)
  let length = 0
  /** Where each text ends, and the next one begins. */
  const ends = createNumbers((count) => new Uint32Array(count))

  function resized(to: number): Buffer<ArrayBuffer> {
    const copy = Buffer.allocUnsafeSlow(to)
    bytes.copy(copy, 0, 0, length)
    return copy
  }

  return {
    add(text) {
      // No text has more bytes than this.
      const needed = length + 3 * text.length
      if (needed > bytes.length) bytes = resized(Math.ceil(growth * needed))
      length += bytes.write(text, length)
      ends.add(length)
    },
    finish: () => createTextColumn({ bytes: resized(length), ends: ends.all() }),
  }
}

/** `ends`: where each text ends in `bytes`, and the next one begins. */
type Texts = { readonly bytes: Buffer; readonly ends: Uint32Array }

function createTextColumn(texts: Texts): TextColumn {
  const { bytes, ends } = texts
  const startOf = (row: number) => (row === 0 ? 0 : (ends[row - 1] ?? 0))
  const known = new Map<string, Promise<Uint8Array>>()

  /** Those of a word's beginning, in which alone the word can be; null where it was not looked for. */
  function marksAround(part: string): Promise<Uint8Array> | null {
    const beginnings = [...known.keys()].filter((one) => part.startsWith(one))
    const [longest] = beginnings.toSorted((one, other) => other.length - one.length)
    return longest === undefined ? null : (known.get(longest) ?? null)
  }

  async function mark(part: string): Promise<Uint8Array> {
    const pace = createPace()
    const around = await marksAround(part)
    const marks = new Uint8Array(ends.length)
    const wanted = Buffer.from(part)
    for (let row = 0; row < ends.length; row += stepsAtOnce) {
      const end = Math.min(row + stepsAtOnce, ends.length)
      if (around === null) markAmong(texts, wanted, marks, row, end)
      else markEach(texts, wanted, marks, row, end, around)
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      await pace()
    }
    return marks
  }

  return {
    at: (row) => bytes.toString('utf8', startOf(row), ends[row]),
    rowOf(text) {
      const wanted = Buffer.from(text)
      return ends.findIndex(
        (end, row) =>
          end - startOf(row) === wanted.length &&
          bytes.compare(wanted, 0, wanted.length, startOf(row), end) === 0,
      )
    },
    mark(part) {
      const marks = known.get(part) ?? mark(part)
      known.delete(part)
      known.set(part, marks)
      const [oldest] = known.keys()
      if (known.size > mostMarks && oldest !== undefined) known.delete(oldest)
      return marks
    },
  }
}

/** Rows by which it is told how often a part occurs. */
const sampledRows = 512

/** Marks those from `row` up to `end`. */
function markAmong(
  texts: Texts,
  part: Uint8Array,
  marks: Uint8Array,
  row: number,
  end: number,
): void {
  const sampled = Math.min(row + sampledRows, end)
  const found = markEach(texts, part, marks, row, sampled, null)
  // Where nearly each has it, each is left soon; what is rare is found faster from one to the next.
  if (found * 8 > sampled - row) markEach(texts, part, marks, sampled, end, null)
  else markNext(texts, part, marks, sampled, end)
}

/** @returns how many have it */
function markEach(
  { bytes, ends }: Texts,
  part: Uint8Array,
  marks: Uint8Array,
  fromRow: number,
  endRow: number,
  among: Uint8Array | null,
): number {
  const [first] = part
  let found = 0
  let at = fromRow === 0 ? 0 : (ends[fromRow - 1] ?? 0)
  for (let row = fromRow; row < endRow; row += 1) {
    const end = ends[row] ?? 0
    if (among === null || among[row] === 1) {
      const last = end - part.length
      while (at <= last && !(bytes[at] === first && occursAt(bytes, part, at))) at += 1
      if (at <= last) {
        marks[row] = 1
        found += 1
      }
    }
    at = end
  }
  return found
}

function markNext(
  { bytes, ends }: Texts,
  part: Uint8Array,
  marks: Uint8Array,
  fromRow: number,
  endRow: number,
): void {
  const start = fromRow === 0 ? 0 : (ends[fromRow - 1] ?? 0)
  const some = bytes.subarray(start, endRow === 0 ? 0 : ends[endRow - 1])
  let row = fromRow
  let found = some.indexOf(part)
  while (found !== -1) {
    const at = start + found
    while ((ends[row] ?? 0) <= at) row += 1
    const end = ends[row] ?? 0
    const isWithin = at + part.length <= end
    if (isWithin) marks[row] = 1
    found = some.indexOf(part, isWithin ? end - start : found + 1)
  }
}

function occursAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  for (let index = 1; index < part.length; index += 1) {
    if (bytes[at + index] !== part[index]) return false
  }
  return true
}
