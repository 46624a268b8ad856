/** Who can write a file of Windows: its access rights and its folders', as PowerShell tells them. */
import { win32 } from 'node:path'
import { fileWriting, folderReplacing, onlyAdministratorsMay } from './security-descriptor.ts'
import { runWindowsProgram } from './windows-program.ts'

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

/** By its own modules alone: no variable and no profile of the person's adds others. */
async function askPowerShell(paths: readonly string[]): Promise<readonly string[]> {
  const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(',')
  const script = [
    "$ErrorActionPreference = 'Stop'",
    String.raw`$env:PSModulePath = "$PSHOME\Modules"`,
    String.raw`foreach ($path in @(${list})) { (Microsoft.PowerShell.Security\Get-Acl -LiteralPath $path).Sddl }`,
  ].join('; ')
  const printed = await runWindowsProgram(
    ['WindowsPowerShell', 'v1.0', 'powershell.exe'],
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
  )
  return printed
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The file, and every folder above it. */
function chain(path: string): string[] {
  const above = win32.dirname(path)
  return above === path ? [path] : [path, ...chain(above)]
}
