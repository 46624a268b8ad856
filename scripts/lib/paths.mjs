// @ts-check
/** Where things are; everything that the scripts write is ignored by git. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** What a developer's own runs keep: the portal's data, the app's profile, a private keyring. */
export const dataFolder = join(root, '.data')
export const locksFolder = join(dataFolder, 'locks')
