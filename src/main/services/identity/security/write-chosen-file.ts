import { open, rm } from 'node:fs/promises'

/**
 * Writes a file that the person named in the system's box, over what was there. Straight to it:
 * macOS opens that one path to the app, and none beside it. Durable when it returns; a failure
 * leaves no part of a file. Throws what the file system throws.
 */
export async function writeChosenFile(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}
