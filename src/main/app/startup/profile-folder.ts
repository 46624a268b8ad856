import { accessSync, constants, mkdirSync } from 'node:fs'

/**
 * Makes the profile folder where it is missing, and throws what the file system says where it cannot
 * be had or written: Chromium's lock for a single instance lies there too, and where it cannot, the
 * app would take itself for a second one and end without a word.
 */
export function prepareProfileFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  accessSync(path, constants.R_OK | constants.W_OK)
}
