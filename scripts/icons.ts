/**
 * Draws `resources/icon.svg`, and the installer's art, in every size and container that the platforms
 * ask for. Run by hand when a drawing changes: `node scripts/icons.ts`. The results are kept in git,
 * because packaging would otherwise fetch converters from the network.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawBitmap, drawSizes, windowsIcon, type Picture } from './lib/drawings.ts'
import { root } from './lib/paths.mjs'

const resources = join(root, 'resources')
const installerArt = join(resources, 'installer/art')
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
/** Twice what NSIS' pages show where Windows enlarges nothing: they shrink it, and it stays sharp elsewhere. */
const bitmaps = [
  { name: 'header', width: 300, height: 114 },
  { name: 'sidebar', width: 328, height: 628 },
] as const

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

const ofWindows = (pictures: ReadonlyMap<number, Picture>): Buffer =>
  windowsIcon(windowsSizes.flatMap((size) => pictures.get(size) ?? []))

async function drawApp(): Promise<void> {
  const appleSizes = appleTypes.map(([, size]) => size)
  const sizes = [...new Set([...windowsSizes, ...appleSizes])]
  const pictures = await drawSizes(join(resources, 'icon.svg'), sizes)
  writeFileSync(join(resources, 'icon.ico'), ofWindows(pictures))
  writeFileSync(join(resources, 'icon.icns'), appleIcon(pictures))
  writeFileSync(join(resources, 'icon.png'), pictures.get(512)?.png ?? Buffer.alloc(0))
}

async function drawInstaller(): Promise<void> {
  for (const name of ['installer', 'uninstaller']) {
    // oxlint-disable-next-line no-await-in-loop -- a browser each
    const pictures = await drawSizes(join(installerArt, `${name}.svg`), windowsSizes)
    writeFileSync(join(installerArt, `${name}.ico`), ofWindows(pictures))
  }
  for (const { name, width, height } of bitmaps) {
    // oxlint-disable-next-line no-await-in-loop -- a browser each
    const bitmap = await drawBitmap(join(installerArt, `${name}.svg`), width, height)
    writeFileSync(join(installerArt, `${name}.bmp`), bitmap)
  }
}

await drawApp()
await drawInstaller()
