/** The browser that stands in for Electron's, and that the renderer's tests run in. */
import { ensureDebianPackages } from './debian.ts'
import { Failure } from './failure.mjs'
import { findProgram } from './processes.ts'

const names = ['chromium', 'google-chrome-stable', 'google-chrome']

/**
 * The path of a Chromium: the one that `HOST_CHROMIUM` names, an installed one, or Debian's.
 * @throws {Failure} where there is none and none may be installed
 */
export async function ensureBrowser(): Promise<string> {
  const named = process.env['HOST_CHROMIUM']
  if (named !== undefined) return named
  const found = names.map((name) => findProgram(name)).find((path) => path !== null)
  if (found !== undefined && found !== null) return found
  if (process.platform !== 'linux') {
    throw new Failure(
      'There is neither Electron’s binary nor a Chromium on this machine.',
      'Set ELECTRON_MIRROR to a mirror that your network allows, or HOST_CHROMIUM to the path of a Chrome.',
    )
  }
  await ensureDebianPackages(['chromium'])
  return findProgram('chromium') ?? 'chromium'
}
