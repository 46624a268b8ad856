/**
 * How buyers are found and ordered by what people type: case, accents, punctuation and spaces do not
 * matter, nor how a number is grouped. Portal and app keep the same texts of a buyer and ask them the
 * same way, so that a search finds the same wherever it is answered.
 */
import { foldLetters } from '../rules/typed-text.ts'

/** What a buyer is found by. */
export type Searched = {
  readonly id: string
  readonly name: string
  readonly registrationNumber: string | null
}

/** A question to the text of a buyer; both lists empty: nothing narrows. */
export type SearchQuestion = {
  /** For each word that was typed, its readings: one must fit, with all that it consists of. */
  readonly words: readonly (readonly (readonly string[])[])[]
  /** All of it as a number: where one of these begins a word, the words need not fit. */
  readonly numbers: readonly string[]
}

/** Letters that Unicode does not take apart, as they are typed where they are not on the keyboard. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['ς', 'σ'],
])

/** Longer ones are compared by their beginning. */
const longestWord = 40

/** Scripts that put no space between words: there each letter may begin one. */
const unspacedRun =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]{2,}/gu

/** `text` in small letters without accents, as it is compared; punctuation and spaces are still there. */
function fold(text: string): string {
  return foldLetters(text).replaceAll(/[øæœđðłþħŧıŋς]/g, (one) => plainLetters.get(one) ?? one)
}

const punctuation = /[^\p{L}\p{N}]+/gu

/** What stands between spaces, with what its punctuation divides it into. */
function chunksOf(text: string): { readonly joined: string; readonly parts: readonly string[] }[] {
  return fold(text)
    .split(/[\s\p{Z}]+/u)
    .map((chunk) => chunk.split(punctuation).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ joined: parts.join(''), parts }))
}

function compact(text: string): string {
  return fold(text).replaceAll(punctuation, '')
}

/** As short as a number may be of which the letters before it are left out. */
const leastDigits = 4

/** The ways in which a number is written: with its country before it or without, with zeros or without. */
function numberForms(text: string): string[] {
  const whole = compact(text)
  const bare = /^\p{L}{2}(?=\p{N})/u.test(whole) ? whole.slice(2) : whole
  const short = bare.replace(/^0+/, '')
  return [whole, ...[bare, short].filter((form) => form.length >= leastDigits)]
}

/** Every word by whose beginning a buyer is found, each once. */
export function searchWordsOf({ id, name, registrationNumber }: Searched): string[] {
  const ofName = chunksOf(name).flatMap(({ joined, parts }) => [...parts, joined])
  const unspaced = ofName.flatMap((word) => [...word.matchAll(unspacedRun)].flatMap(suffixesOf))
  const numbers = registrationNumber === null ? [] : numberForms(registrationNumber)
  const words = [...ofName, ...unspaced, ...numbers, compact(id)]
  return [...new Set(words.map(cut))].filter((word) => word !== '')
}

function suffixesOf([run]: RegExpExecArray): string[] {
  const letters = Array.from(run)
  return letters.map((_, index) => letters.slice(index, index + longestWord).join(''))
}

function cut(word: string): string {
  return word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join('')
}

/** The words in one text, a space before each: what begins a word stands behind a space. */
export function searchTextOf(buyer: Searched): string {
  return searchWordsOf(buyer)
    .map((word) => ` ${word}`)
    .join('')
}

type SearchedCase = {
  readonly buyerId: string
  readonly buyerName: string
  readonly invoiceNumbers: readonly string[]
}

/** What a case is found by: its buyer, and its invoices as they are numbered or typed. */
export function caseSearchTextOf({ buyerId, buyerName, invoiceNumbers }: SearchedCase): string {
  return [
    searchTextOf({ id: buyerId, name: buyerName, registrationNumber: null }),
    ...invoiceNumbers.map((number) =>
      searchTextOf({ id: number, name: number, registrationNumber: null }),
    ),
  ].join('')
}

/** What a document is found by. */
export function documentSearchTextOf({
  title,
  fileName,
}: {
  readonly title: string
  readonly fileName: string
}): string {
  return [title, fileName]
    .map((name) => searchTextOf({ id: '', name, registrationNumber: null }))
    .join('')
}

/** The question that `typed` asks. */
export function searchQuestionOf(typed: string): SearchQuestion {
  const words = chunksOf(typed).map(({ joined, parts }) =>
    parts.length === 1 ? [[cut(joined)]] : [[cut(joined)], parts.map(cut)],
  )
  const numbers = [...new Set(numberForms(typed).map(cut))].filter((form) => /\p{N}/u.test(form))
  return { words, numbers }
}

/** Whether `text`, as `searchTextOf` makes it, answers the question. */
export function answersSearch(text: string, { words, numbers }: SearchQuestion): boolean {
  const hasWord = (word: string) => text.includes(` ${word}`)
  return (
    words.every((readings) => readings.some((reading) => reading.every(hasWord))) ||
    numbers.some(hasWord)
  )
}

/** Bytes of UTF-8: a cursor holds one, and its end must not be lost. */
const longestNameKey = 80

/** What names are ordered by, in the order of code points; those that differ beyond it, by their ids. */
export function nameKeyOf(name: string): string {
  const key = chunksOf(name)
    .map(({ joined }) => joined)
    .join(' ')
  let bytes = 0
  let end = 0
  for (const letter of key) {
    bytes += utf8Length(letter.codePointAt(0) ?? 0)
    if (bytes > longestNameKey) break
    end += letter.length
  }
  return key.slice(0, end)
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x8_00) return 2
  return codePoint < 0x1_00_00 ? 3 : 4
}

type Client = Pick<Searched, 'name'> & {
  readonly policies: readonly Pick<Searched, 'id' | 'name'>[]
}

/**
 * The clients that what was typed names, by their names and by the names and numbers of their policies;
 * all of them where nothing was typed.
 */
export function searchClients<Of extends Client>(clients: readonly Of[], typed: string): Of[] {
  const question = searchQuestionOf(typed)
  return clients.filter(({ name, policies }) => {
    // Nobody reads a client's own id anywhere.
    const named = [{ id: '', name }, ...policies]
    const texts = named.map((one) => searchTextOf({ ...one, registrationNumber: null }))
    return answersSearch(texts.join(''), question)
  })
}
