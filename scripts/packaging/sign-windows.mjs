// @ts-check
/**
 * Has a program for Windows signed by whatever holds the key: a service, or a token that no file can
 * be made from. Such keys have tools on Linux, where the installer is made; electron-builder's own way
 * to a service runs on Windows alone.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

/** Names the tool, which is called with the path of what it is to sign. */
export const signProgramVariable = 'WINDOWS_SIGN_PROGRAM'

/**
 * Whether a program carries a signature: its header says where that lies, and how long it is.
 * @param {Buffer} file
 */
export function hasSignature(file) {
  const optionalHeader = file.readUInt32LE(0x3c) + 24
  // 64-bit programs have their table of directories later than those of 32.
  const directories = optionalHeader + (file.readUInt16LE(optionalHeader) === 0x20b ? 112 : 96)
  const [offset, size] = [0, 4].map((at) => file.readUInt32LE(directories + 4 * 8 + at))
  return offset !== undefined && size !== undefined && size > 0 && offset + size <= file.length
}

/**
 * @param {{ readonly path: string }} configuration electron-builder's, of which the file counts
 * @throws where the tool fails, or leaves the file unsigned
 */
export async function sign({ path }) {
  const program = process.env[signProgramVariable] ?? ''
  await promisify(execFile)(program, [path])
  if (!hasSignature(readFileSync(path))) throw new Error(`${program} has not signed ${path}.`)
}
