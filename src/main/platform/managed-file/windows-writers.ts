/** Who can write a file of Windows: its access rights and its folders', as PowerShell tells them. */
import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'
import { systemFolder } from './location.ts'
import { fileWriting, folderReplacing, onlyAdministratorsMay } from './security-descriptor.ts'

const patienceMs = 15_000

/** The descriptors of `paths` as SDDL, in their order. Rejects where one cannot be read. */
export type ReadDescriptors = (paths: readonly string[]) => Promise<readonly string[]>

/**
 * Whether nobody but administrators can change the file, or put another in its place. Rejects
 * where the rights cannot be read.
 */
export async function onlyAdministratorsWrite(
  path: string,
  readDescriptors: ReadDescriptors = askPowerShell,
): Promise<boolean> {
  const paths = chain(path)
  const descriptors = await readDescriptors(paths)
  return (
    descriptors.length === paths.length &&
    descriptors.every((sddl, index) =>
      onlyAdministratorsMay(index === 0 ? fileWriting : folderReplacing, sddl),
    )
  )
}

/** Windows' own program, its own modules and no variable of the environment: none can be replaced. */
async function askPowerShell(paths: readonly string[]): Promise<readonly string[]> {
  const windows = systemFolder()
  const program = win32.join(windows, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(',')
  const script = [
    "$ErrorActionPreference = 'Stop'",
    String.raw`$env:PSModulePath = "$PSHOME\Modules"`,
    String.raw`foreach ($path in @(${list})) { (Microsoft.PowerShell.Security\Get-Acl -LiteralPath $path).Sddl }`,
  ].join('; ')
  const { stdout } = await promisify(execFile)(
    program,
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
    { env: { SystemRoot: windows }, timeout: patienceMs, windowsHide: true },
  )
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The file, and every folder above it. */
function chain(path: string): string[] {
  const above = win32.dirname(path)
  return above === path ? [path] : [path, ...chain(above)]
}
