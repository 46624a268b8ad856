/**
 * What a document is, told by its content: a name says what somebody calls it, and nothing more. Only
 * kinds that can be told so are taken, and none that runs something when it is opened.
 */
import { assertNever } from '../assert-never.ts'

/** By the end of its name; the first of several is the usual one. */
const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  txt: 'text/plain',
  eml: 'message/rfc822',
} as const

export type DocumentEnding = keyof typeof mediaTypes
export type DocumentMediaType = (typeof mediaTypes)[DocumentEnding]

export const documentEndings = Object.keys(mediaTypes).filter(isEnding)
export const documentMediaTypes = [...new Set(Object.values(mediaTypes))]

function isEnding(text: string): text is DocumentEnding {
  return Object.hasOwn(mediaTypes, text)
}

/** The ending of a name that documents may have, in small letters; null for any other. */
export function documentEndingOf(name: string): DocumentEnding | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return isEnding(ending) ? ending : null
}

export type DocumentKind =
  | { readonly ok: true; readonly mediaType: DocumentMediaType }
  /**
   * `document_empty`: nothing is in it. `document_type`: its name says that it is of no kind that is taken.
   * `document_mismatch`: it is not what its name says, or it has a program in it.
   */
  | {
      readonly ok: false
      readonly code: 'document_empty' | 'document_type' | 'document_mismatch'
    }

/** What a document of this name and content is, or why it is not taken. */
export function documentKindOf(name: string, bytes: Uint8Array): DocumentKind {
  const ending = documentEndingOf(name)
  if (ending === null) return { ok: false, code: 'document_type' }
  if (bytes.length === 0) return { ok: false, code: 'document_empty' }
  return isWhatItSays(ending, bytes)
    ? { ok: true, mediaType: mediaTypes[ending] }
    : { ok: false, code: 'document_mismatch' }
}

function isWhatItSays(ending: DocumentEnding, bytes: Uint8Array): boolean {
  switch (ending) {
    case 'pdf':
      return begins(bytes, latin('%PDF-'))
    case 'png':
      return begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    case 'jpg':
    case 'jpeg':
      return begins(bytes, [0xff, 0xd8, 0xff])
    case 'xlsx':
      return isOfficeFile(bytes, 'xl/workbook.xml')
    case 'docx':
      return isOfficeFile(bytes, 'word/document.xml')
    case 'csv':
    case 'txt':
      return isPlain(bytes)
    case 'eml':
      return isPlain(bytes) && /^[!-9;-~]+:[ \t]?/.test(textOf(bytes.subarray(0, longestHeader)))
    default:
      return assertNever(ending)
  }
}

const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

/** Of the first line of a letter, as far as it is looked at. */
const longestHeader = 1_000

/** As each byte stands for a letter of Latin 1: of texts of other encodings, what is ASCII in them. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** Bytes that no text has in any encoding that people save texts in, but for UTF-16. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d
}

/** Whether it is a text, in UTF-8 or of one byte a letter, or in UTF-16 that says so; no script, no page. */
function isPlain(bytes: Uint8Array): boolean {
  const isUtf16 = begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff])
  if (isUtf16) return bytes.length % 2 === 0
  if (bytes.some(isControl)) return false
  const start = textOf(bytes.subarray(0, longestHeader)).replace(/^ï»¿/, '').trimStart()
  return !/^(?:#!|<(?:!doctype|html|\?xml|script|svg)|%PDF-)/i.test(start)
}

/**
 * Whether it is a package of Office's (ZIP) with this part and no macros. Names are read from the list at
 * its end, which is the one that counts.
 */
function isOfficeFile(bytes: Uint8Array, part: string): boolean {
  if (!begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return false
  const names = namesInZip(bytes)
  if (names === null || !names.includes('[Content_Types].xml') || !names.includes(part))
    return false
  return !names.some((name) => /vbaProject\.bin$|\/activeX\/|\.(?:exe|dll|vbs|js)$/i.test(name))
}

/** More than any workbook has that people make. */
const mostParts = 10_000
const [endBytes, entryBytes, longestComment] = [22, 46, 65_535]

/** Null where there is no list that can be read. */
function namesInZip(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const last = bytes.length - endBytes
  let end = last
  while (end >= Math.max(0, last - longestComment) && view.getUint32(end, true) !== 0x06054b50) {
    end -= 1
  }
  if (end < Math.max(0, last - longestComment)) return null
  const count = view.getUint16(end + 10, true)
  if (count > mostParts) return null
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const from = at + entryBytes
    names.push(textOf(bytes.subarray(from, from + (name ?? 0))))
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return names
}
