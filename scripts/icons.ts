/**
 * Draws `resources/icon.svg` in every size and container that the platforms ask for. Run by hand
 * when the drawing changes: `node scripts/icons.ts`. Its results are kept in git, because
 * packaging would otherwise fetch converters from the network.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureBrowser } from './lib/browser.ts'
import { root } from './lib/paths.mjs'

type Picture = { readonly size: number; readonly png: Buffer }

const resources = join(root, 'resources')
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
/** Apple's four-letter types of the container, with the pixels that each stands for. */
const appleTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const

async function draw(sizes: readonly number[]): Promise<Map<number, Picture>> {
  const drawing = readFileSync(join(resources, 'icon.svg')).toString('base64')
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const pictures = new Map<number, Picture>()
  const page = await browser.newPage()
  for (const size of sizes) {
    // oxlint-disable-next-line no-await-in-loop -- one page draws one size after the other
    await page.setViewportSize({ width: size, height: size })
    // oxlint-disable-next-line no-await-in-loop -- see above
    await page.setContent(
      `<style>* { margin: 0 } img { display: block; width: 100vw }</style>
       <img src="data:image/svg+xml;base64,${drawing}">`,
    )
    // oxlint-disable-next-line no-await-in-loop -- see above
    pictures.set(size, { size, png: await page.screenshot({ omitBackground: true }) })
  }
  await browser.close()
  return pictures
}

/** Windows' container: a header, a directory of 16 bytes an entry, then the pictures as PNG. */
function windowsIcon(pictures: readonly Picture[]): Buffer {
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

function appleBlock(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([header, content])
}

/** Apple's container: blocks of a type, their whole length, and a PNG. */
function appleIcon(pictures: ReadonlyMap<number, Picture>): Buffer {
  const blocks = appleTypes.map(([type, size]) =>
    appleBlock(type, pictures.get(size)?.png ?? Buffer.alloc(0)),
  )
  return appleBlock('icns', Buffer.concat(blocks))
}

const appleSizes = appleTypes.map(([, size]) => size)
const pictures = await draw([...new Set([...windowsSizes, ...appleSizes])])
const ofWindows = windowsSizes.flatMap((size) => pictures.get(size) ?? [])
writeFileSync(join(resources, 'icon.ico'), windowsIcon(ofWindows))
writeFileSync(join(resources, 'icon.icns'), appleIcon(pictures))
writeFileSync(join(resources, 'icon.png'), pictures.get(512)?.png ?? Buffer.alloc(0))
