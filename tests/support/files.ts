/** Small files of the kinds that people add to cases. */
import { strToU8, zipSync } from 'fflate'

/** As much of a PDF as tells that it is one, with a text in it. */
export function pdfFile(text: string): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)
}

/** A picture of one pixel. */
export const pngFile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A package of Office's with these parts. */
export function officeFile(...parts: readonly string[]): Uint8Array {
  const names = ['[Content_Types].xml', ...parts]
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<xml/>')])))
}
