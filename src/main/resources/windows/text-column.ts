/**
 * Texts of many rows as bytes, one behind the other, and where the words in them begin: a quarter of a
 * million of them take a few megabytes, and their words are looked through in a few milliseconds.
 */
import { createNumbers } from './numbers.ts'
import { createPace, stepsAtOnce } from './pace.ts'

export type TextColumn = {
  readonly at: (row: number) => string
  /** The first row that has exactly this text; -1 where none does. */
  readonly rowOf: (text: string) => number
  /**
   * 1 for each row in whose text a word begins with `beginning`; else 0. Not to be changed. Words are what
   * stands behind a space; a beginning is not empty, and has none.
   */
  readonly mark: (beginning: string) => Promise<Uint8Array>
}

export type TextColumnBuilder = {
  readonly add: (text: string) => void
  readonly finish: () => TextColumn
}

const firstBytes = 65_536
const growth = 1.5
const space = 0x20
/** Of words that were looked for: somebody types one letter after the other, of one word after the other. */
const mostMarks = 6

/** Without texts. */
export function buildTextColumn(): TextColumnBuilder {
  let bytes = Buffer.allocUnsafe(firstBytes)
  let length = 0
  /** Where each text ends, and the next one begins. */
  const ends = createNumbers((count) => new Uint32Array(count))
  const words = createNumbers((count) => new Uint32Array(count))

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
      const start = length
      length += bytes.write(text, length)
      for (let at = start; at < length; at += 1) if (bytes[at] === space) words.add(at + 1)
      ends.add(length)
    },
    finish: () =>
      createTextColumn({ bytes: resized(length), ends: ends.all(), words: words.all() }),
  }
}

type Texts = {
  readonly bytes: Buffer
  /** Where each text ends in `bytes`, and the next one begins. */
  readonly ends: Uint32Array
  /** Where each word begins, behind its space; an empty one at the end of a text begins where that ends. */
  readonly words: Uint32Array
}

function createTextColumn(texts: Texts): TextColumn {
  const { bytes, ends, words } = texts
  const startOf = (row: number) => (row === 0 ? 0 : (ends[row - 1] ?? 0))
  const known = new Map<string, Promise<Uint8Array>>()

  /** Those of less of the word, in which alone more of it can be; null where that was not looked for. */
  function marksAround(beginning: string): Promise<Uint8Array> | null {
    const shorter = [...known.keys()].filter((one) => beginning.startsWith(one))
    const [longest] = shorter.toSorted((one, other) => other.length - one.length)
    return longest === undefined ? null : (known.get(longest) ?? null)
  }

  async function mark(beginning: string): Promise<Uint8Array> {
    const pace = createPace()
    const marking = {
      texts,
      wanted: Buffer.from(beginning),
      among: await marksAround(beginning),
      marks: new Uint8Array(ends.length),
    }
    let row = 0
    for (let from = 0; from < words.length; from += stepsAtOnce) {
      row = markRows(marking, row, from, Math.min(from + stepsAtOnce, words.length))
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      await pace()
    }
    return marking.marks
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
    mark(beginning) {
      const marks = known.get(beginning) ?? mark(beginning)
      known.delete(beginning)
      known.set(beginning, marks)
      const [oldest] = known.keys()
      if (known.size > mostMarks && oldest !== undefined) known.delete(oldest)
      return marks
    },
  }
}

type Marking = {
  readonly texts: Texts
  readonly wanted: Uint8Array
  /** The only rows in question; null for all. */
  readonly among: Uint8Array | null
  readonly marks: Uint8Array
}

/**
 * Marks the rows of the words from `fromWord` up to `endWord`.
 * @param firstRow none before has one of these words
 * @returns the row of the last of them
 */
function markRows(
  { texts: { bytes, ends, words }, wanted, among, marks }: Marking,
  firstRow: number,
  fromWord: number,
  endWord: number,
): number {
  const [first] = wanted
  let row = firstRow
  for (let word = fromWord; word < endWord; word += 1) {
    const at = words[word] ?? 0
    while ((ends[row] ?? 0) < at) row += 1
    if (bytes[at] !== first || (among !== null && among[row] === 0)) continue
    if (at + wanted.length <= (ends[row] ?? 0) && occursAt(bytes, wanted, at)) marks[row] = 1
  }
  return row
}

function occursAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  for (let index = 1; index < part.length; index += 1) {
    if (bytes[at + index] !== part[index]) return false
  }
  return true
}
