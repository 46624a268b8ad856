/** The browser that stands in for Electron's, and that the renderer's tests run in. */
import { existsSync, readFileSync } from 'node:fs'
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

/** Debian's program itself: what is on the PATH is a script before it, which would outlive a kill. */
const headlessShell = '/usr/lib/chromium/chromium-headless-shell'

/**
 * As `ensureBrowser`, for who shows nothing to anybody: on Debian the Chromium that has no windows, profiles
 * or extensions. It starts in half the time, and has the same engine, network and processes for pages.
 */
export async function ensureHeadlessBrowser(): Promise<string> {
  if (process.env['HOST_CHROMIUM'] !== undefined || !isDebian()) return ensureBrowser()
  if (!existsSync(headlessShell)) await ensureDebianPackages(['chromium-headless-shell'])
  return existsSync(headlessShell) ? headlessShell : ensureBrowser()
}

function isDebian(): boolean {
  const about = '/etc/os-release'
  return existsSync(about) && /^ID=debian$/mu.test(readFileSync(about, 'utf8'))
}
