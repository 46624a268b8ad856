/**
 * What a configuration profile sets on a Mac. macOS keeps it in a folder that only it writes. It is
 * read as a file, with the system's own program: the interface for preferences would mix in what
 * stands in the person's own, and on the command line.
 */
import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { errorCode } from '../files/write-file.ts'
import { onlyRootWrites } from '../managed-file/posix-writers.ts'
import { absent, unusable, type SourceContent } from './managed-settings.ts'

/** Of profiles for the computer; those of a single person are in folders beside it. */
export const managedPreferencesFile =
  '/Library/Managed Preferences/com.atradius.services-online.plist'

const patienceMs = 15_000

/** The property list as JSON. Rejects where it cannot be read so. */
export type ReadPropertyList = (path: string) => Promise<string>

/** @param isTrusted whether nobody but administrators can write the file */
export async function readManagedPreferences(
  path: string = managedPreferencesFile,
  readPropertyList: ReadPropertyList = askPlutil,
  isTrusted: (path: string) => boolean = (file) => onlyRootWrites(file, 'darwin'),
): Promise<SourceContent> {
  try {
    await stat(path)
    if (!isTrusted(path)) return unusable(path)
    const content: unknown = JSON.parse(await readPropertyList(path))
    return { kind: 'read', by: 'profile', source: path, content }
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? absent : unusable(path)
  }
}

async function askPlutil(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    '/usr/bin/plutil',
    ['-convert', 'json', '-o', '-', path],
    { env: {}, timeout: patienceMs },
  )
  return stdout
}
