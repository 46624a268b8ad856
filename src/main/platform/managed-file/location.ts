/** The file with which an administrator says where the portal is. */
import { realpathSync } from 'node:fs'
import { posix, win32 } from 'node:path'

/**
 * Where the file stands on this kind of computer.
 * @param windowsFolder Windows' own folder, from the system; no variable of the environment counts
 */
export function managedConfigurationFile(
  platform: NodeJS.Platform,
  windowsFolder: () => string = systemFolder,
): string {
  const name = ['Atradius Services Online', 'config.json']
  if (platform === 'win32') {
    return win32.join(win32.parse(windowsFolder()).root, 'ProgramData', ...name)
  }
  return platform === 'darwin'
    ? posix.join('/Library/Application Support', ...name)
    : '/etc/atradius-services-online/config.json'
}

/**
 * Windows' folder by the kernel's own name for it. `ProgramData`, `SystemRoot` and `SystemDrive`
 * are variables, which whoever starts the app can set.
 */
export function systemFolder(): string {
  try {
    return realpathSync.native(String.raw`\\?\GLOBALROOT\SystemRoot`)
  } catch {
    return String.raw`C:\Windows`
  }
}
