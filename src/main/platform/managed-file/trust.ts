import { onlyRootWrites } from './posix-writers.ts'
import { onlyAdministratorsWrite } from './windows-writers.ts'

/** Whether nobody but administrators can write the file. Rejects where that cannot be told. */
export async function isManaged(path: string, platform: NodeJS.Platform): Promise<boolean> {
  return platform === 'win32' ? onlyAdministratorsWrite(path) : onlyRootWrites(path, platform)
}
