/** Puts one version in the place of another: by its installer, or as the one file that it is. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, rename, rm } from 'node:fs/promises'

export type Start = (program: string, args: readonly string[]) => Promise<void>

/** Starts a program that outlives the app. Rejects where it does not start. */
export const startDetached: Start = async (program, args) => {
  const child = spawn(program, [...args], {
    detached: true,
    stdio: 'ignore',
    env: withoutAppImage(process.env),
  })
  await once(child, 'spawn')
  child.unref()
}

/** Its runtime's own: another AppImage that found them would take this one's folder for its own. */
function withoutAppImage(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { APPDIR: mounted, APPIMAGE: _file, ARGV0: _name, OWD: _folder, ...rest } = environment
  if (mounted === undefined) return rest
  const withoutMounted = (value: string | undefined) =>
    value
      ?.split(':')
      .filter((entry) => !entry.startsWith(mounted))
      .join(':')
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      lists.has(name) ? withoutMounted(value) : value,
    ]),
  )
}

/** Those in which an AppImage puts its own folders first. */
const lists = new Set(['PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'GSETTINGS_SCHEMA_DIR'])

export type InstallOptions = {
  /** The app opens again afterwards. */
  readonly restart: boolean
  /** An earlier version takes the place of a later one. */
  readonly back: boolean
}

/**
 * Runs a Windows installer as `resources/installer` documents it. Never with more rights than the
 * app has: one that needs them fails.
 * @throws what the system says where it does not start
 */
export async function runNsis(
  start: Start,
  installer: string,
  { restart, back }: InstallOptions,
): Promise<void> {
  await start(installer, [
    '--updated',
    '/S',
    ...(back ? ['/allowdowngrade'] : []),
    ...(restart ? ['--force-run'] : []),
  ])
}

/**
 * Puts `file` in the place of the AppImage, whole or not at all.
 * @throws what the file system or the system throws; the AppImage is then as it was
 */
export async function replaceAppImage(
  start: Start,
  file: string,
  appImage: string,
  { restart }: InstallOptions,
): Promise<void> {
  const beside = `${appImage}.new`
  try {
    await copyFile(file, beside)
    await chmod(beside, 0o755)
    await rename(beside, appImage)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  if (restart) await start(appImage, [])
}
