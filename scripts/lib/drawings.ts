/** Drawings in SVG as pictures of other formats, by a browser, so that packaging fetches no converter. */
import { readFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { ensureBrowser } from './browser.ts'

export type Picture = { readonly size: number; readonly png: Buffer }

/** An SVG file as an address that a page can show. */
const addressOf = (file: string): string =>
  `data:image/svg+xml;base64,${readFileSync(file).toString('base64')}`

/** Opens a page for `work`, and closes its browser afterwards. */
async function withPage<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    return await work(await browser.newPage())
  } finally {
    await browser.close()
  }
}

/** The square drawing in `file`, as a PNG of each size in pixels. */
export function drawSizes(
  file: string,
  sizes: readonly number[],
): Promise<ReadonlyMap<number, Picture>> {
  return withPage(async (page) => {
    const pictures = new Map<number, Picture>()
    for (const size of sizes) {
      // oxlint-disable-next-line no-await-in-loop -- one page draws one size after the other
      await page.setViewportSize({ width: size, height: size })
      // oxlint-disable-next-line no-await-in-loop -- see above
      await page.setContent(
        `<style>* { margin: 0 } img { display: block; width: 100vw }</style>
         <img src="${addressOf(file)}">`,
      )
      // oxlint-disable-next-line no-await-in-loop -- see above
      pictures.set(size, { size, png: await page.screenshot({ omitBackground: true }) })
    }
    return pictures
  })
}

/** Windows' container: a header, a directory of 16 bytes an entry, then the pictures as PNG. */
export function windowsIcon(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    // 256 does not fit a byte; 0 stands for it.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/** Red, green, blue and opacity of each pixel, row by row from the top. */
function readPixels(file: string, width: number, height: number): Promise<readonly number[]> {
  return withPage((page) =>
    page.evaluate(
      async ({ source, width: across, height: down }) => {
        const image = new Image(across, down)
        image.src = source
        await image.decode()
        const canvas = new OffscreenCanvas(across, down)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0, across, down)
        return [...(context?.getImageData(0, 0, across, down).data ?? [])]
      },
      { source: addressOf(file), width, height },
    ),
  )
}

/** The drawing in `file` as a Windows bitmap of 24 bits: rows from the bottom, each filled to 4 bytes. */
export async function drawBitmap(file: string, width: number, height: number): Promise<Buffer> {
  const pixels = await readPixels(file, width, height)
  const headerBytes = 54
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  const bitmap = Buffer.alloc(headerBytes + rowBytes * height)
  bitmap.write('BM', 'latin1')
  bitmap.writeUInt32LE(bitmap.length, 2)
  bitmap.writeUInt32LE(headerBytes, 10)
  bitmap.writeUInt32LE(40, 14)
  bitmap.writeInt32LE(width, 18)
  bitmap.writeInt32LE(height, 22)
  bitmap.writeUInt16LE(1, 26)
  bitmap.writeUInt16LE(24, 28)
  bitmap.writeUInt32LE(rowBytes * height, 34)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = (row * width + column) * 4
      const [red = 0, green = 0, blue = 0] = pixels.slice(from, from + 3)
      const at = headerBytes + (height - 1 - row) * rowBytes + column * 3
      bitmap.set([blue, green, red], at)
    }
  }
  return bitmap
}
