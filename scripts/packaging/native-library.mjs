// @ts-check
/**
 * The two libraries with native code: how they are named for a platform and an architecture, and
 * for which machine a file really was made. Plain JavaScript, because electron-builder's hook uses
 * it on whatever Node runs that.
 */

/** @typedef {{ platform: string, arch: string }} Machine Node's names, e.g. `win32` and `arm64` */

/** @type {Readonly<Record<string, (arch: string) => readonly string[]>>} */
const names = {
  win32: (arch) => [`keyring.win32-${arch}-msvc.node`, `win32-${arch}.node`],
  darwin: (arch) => [`keyring.darwin-${arch}.node`, `darwin-${arch}.node`],
  linux: (arch) => [`keyring.linux-${arch}-gnu.node`, `linux-${arch}.node`],
}

/**
 * The file names of the libraries for a machine, the keychain's and SQLite's.
 * @param {Machine} machine
 * @returns {readonly string[] | null} null where the app is not made for it
 */
export function libraryNames({ platform, arch }) {
  return names[platform]?.(arch) ?? null
}

/** The machine that each format names in its header, by its number there. */
const portableExecutable = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
])
const elf = new Map([
  [62, 'x64'],
  [183, 'arm64'],
])
const machO = new Map([
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
])

/**
 * @param {string} platform
 * @param {string | undefined} arch
 * @returns {Machine}
 */
const machine = (platform, arch) => ({ platform, arch: arch ?? 'another' })

/**
 * For which machine a program or a library was compiled, by what its header says.
 * @param {Buffer} file
 * @returns {Machine | null} null where it is neither of Windows, of macOS nor of Linux
 */
export function machineOf(file) {
  if (file.length < 64) return null
  if (file.readUInt32BE(0) === 0x7f454c46) return machine('linux', elf.get(file.readUInt16LE(18)))
  if (file.readUInt32LE(0) === 0xfeedfacf) return machine('darwin', machO.get(file.readUInt32LE(4)))
  if (file.toString('latin1', 0, 2) !== 'MZ') return null
  const header = file.readUInt32LE(0x3c)
  if (file.toString('latin1', header, header + 4) !== 'PE\0\0' || header + 6 > file.length) {
    return null
  }
  return machine('win32', portableExecutable.get(file.readUInt16LE(header + 4)))
}
