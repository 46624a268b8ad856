/** Runs Windows' own programs in such a way that nobody but an administrator decides what runs. */
import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'
import { systemFolder } from './location.ts'

const patienceMs = 15_000
/** Of output; more is an error. */
const mostBytes = 1_048_576

/**
 * What the program printed. It is found in Windows' own folder, and gets no variable of the
 * environment but the one that says where that is. Rejects where it cannot run, does not end in time
 * or ends with another code than 0.
 * @param path below `System32`
 */
export async function runWindowsProgram(
  path: readonly string[],
  args: readonly string[],
): Promise<Buffer> {
  const windows = systemFolder()
  const program = win32.join(windows, 'System32', ...path)
  const { stdout } = await promisify(execFile)(program, [...args], {
    encoding: 'buffer',
    env: { SystemRoot: windows },
    maxBuffer: mostBytes,
    timeout: patienceMs,
    windowsHide: true,
  })
  return stdout
}
