/**
 * The tools with which electron-builder makes a .deb and an AppImage, as far as Debian has them: it
 * would download its own.
 */
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebianPackages } from '../lib/debian.ts'
import { Failure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { findProgram } from '../lib/processes.ts'
import { standInProgram } from './stand-in-programs.ts'
import { architectures } from './target.ts'

export function required(program: string): string {
  const path = findProgram(program)
  if (path !== null) return path
  throw new Failure(`${program} is not to be found.`, 'Install it, then run again.')
}

/**
 * The environment in which electron-builder makes a .deb with Debian's own tool.
 * @throws {Failure} where that is not here
 */
export function debEnvironment(): Readonly<Record<string, string>> {
  required('dpkg-deb')
  return { CUSTOM_FPM_PATH: join(root, 'scripts/packaging/fpm-by-dpkg.mjs') }
}

/**
 * The environment in which electron-builder makes an AppImage with Debian's tools, and with a program
 * that ends at once for the one that mounts the image: Debian has none, so such an image cannot start.
 * @param folder where to put the tools
 */
export async function standInAppImageEnvironment(
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  await ensureDebianPackages(['squashfs-tools', 'desktop-file-utils'])
  mkdirSync(join(folder, 'runtimes'), { recursive: true })
  symlinkSync(required('mksquashfs'), join(folder, 'mksquashfs'))
  copyFileSync(required('desktop-file-validate'), join(folder, 'desktop-file-validate'))
  for (const arch of architectures) {
    mkdirSync(join(folder, 'lib', arch), { recursive: true })
    const runtime = standInProgram({ platform: 'linux', arch })
    writeFileSync(join(folder, 'runtimes', `runtime-${arch}`), runtime, { mode: 0o755 })
  }
  return { APPIMAGE_TOOLS_PATH: folder }
}
