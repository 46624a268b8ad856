/**
 * Draws the app's icon and the background of the disk image for macOS in every size and container
 * that the platforms ask for. Run by hand when a drawing changes: `node scripts/icons.ts`. Its results
 * are kept in git, because packaging would otherwise fetch converters from the network.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { ensureBrowser } from './lib/browser.ts'
import { root } from './lib/paths.mjs'

type Picture = { readonly size: number; readonly png: Buffer }
type Size = { readonly width: number; readonly height: number }

const resources = join(root, 'resources')
/** At 100 to 200 per cent, and what the Explorer shows of large ones. */
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256]
/** As the menus of Linux look for them. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
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

const drawing = (name: string) => readFileSync(join(resources, name), 'utf8')
const large = drawing('icon.svg')
const small = drawing('icon-small.svg')
/** Up to here the drawing for few pixels is used. */
const largestSmall = 32
/** Windows and Linux leave less room around a tile than Apple does. */
const cropped = large.replace('viewBox="0 0 1024 1024"', 'viewBox="84 84 856 856"')

async function draw(page: Page, svg: string, { width, height }: Size): Promise<Buffer> {
  const data = Buffer.from(svg).toString('base64')
  await page.setViewportSize({ width, height })
  await page.setContent(
    `<style>* { margin: 0 } img { display: block; width: 100vw }</style>
     <img src="data:image/svg+xml;base64,${data}">`,
  )
  return page.screenshot({ omitBackground: true })
}

async function drawSquares(page: Page, sizes: readonly number[], svg: string) {
  const pictures: Picture[] = []
  for (const size of sizes) {
    const suited = size <= largestSmall ? small : svg
    // oxlint-disable-next-line no-await-in-loop -- one page draws one size after the other
    pictures.push({ size, png: await draw(page, suited, { width: size, height: size }) })
  }
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
function appleIcon(pictures: readonly Picture[]): Buffer {
  const bySize = new Map(pictures.map(({ size, png }) => [size, png]))
  const blocks = appleTypes.map(([type, size]) =>
    appleBlock(type, bySize.get(size) ?? Buffer.alloc(0)),
  )
  return appleBlock('icns', Buffer.concat(blocks))
}

async function drawAll(page: Page): Promise<void> {
  const write = (name: string, content: Buffer) => writeFileSync(join(resources, name), content)
  write('icon.ico', windowsIcon(await drawSquares(page, windowsSizes, cropped)))
  const appleSizes = [...new Set(appleTypes.map(([, size]) => size))]
  write('icon.icns', appleIcon(await drawSquares(page, appleSizes, large)))
  mkdirSync(join(resources, 'icons'), { recursive: true })
  const ofLinux = await drawSquares(page, linuxSizes, cropped)
  for (const { size, png } of ofLinux) write(join('icons', `${size}x${size}.png`), png)
  // What the window shows.
  write('icon.png', ofLinux.at(-1)?.png ?? Buffer.alloc(0))
  const background = drawing('dmg-background.svg')
  write('dmg-background.png', await draw(page, background, { width: 660, height: 400 }))
  write('dmg-background@2x.png', await draw(page, background, { width: 1320, height: 800 }))
}

const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
})
await drawAll(await browser.newPage())
await browser.close()
