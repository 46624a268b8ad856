/**
 * Programs of each platform and architecture in their smallest form: they start, and end at once.
 * Headers, sections and machine are as real ones have them, so that what reads or edits programs
 * takes them for such.
 */
import type { Arch, Platform, Target } from './target.ts'

/** Where the code lies in memory, and the part of a page by which files are laid out. */
const pageBytes = 0x1000
const fileAlignment = 0x200

/** What ends the program with the exit code 0. */
const code: Readonly<Record<'win' | 'linux', Readonly<Record<Arch, readonly number[]>>>> = {
  // Back to Windows, which called it: `xor eax, eax; ret` and `mov w0, #0; ret`.
  win: {
    x64: [0x31, 0xc0, 0xc3],
    arm64: [0x00, 0x00, 0x80, 0x52, 0xc0, 0x03, 0x5f, 0xd6],
  },
  // The system call `exit(0)`.
  linux: {
    x64: [0x31, 0xff, 0xb8, 0x3c, 0x00, 0x00, 0x00, 0x0f, 0x05],
    arm64: [0x00, 0x00, 0x80, 0xd2, 0xa8, 0x0b, 0x80, 0xd2, 0x01, 0x00, 0x00, 0xd4],
  },
}

const align = (bytes: number, to: number) => Math.ceil(bytes / to) * to

/** Portable Executable, 64 bits, for a window: one section, of code and data. */
function windowsProgram(arch: Arch, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(code.win[arch]), data])
  const header = Buffer.alloc(fileAlignment)
  const pe = 0x80
  const optional = pe + 24
  const section = optional + 240
  header.write('MZ', 'latin1')
  header.writeUInt32LE(pe, 0x3c)
  header.write('PE\0\0', pe, 'latin1')
  header.writeUInt16LE(arch === 'x64' ? 0x8664 : 0xaa64, pe + 4)
  header.writeUInt16LE(1, pe + 6)
  header.writeUInt16LE(section - optional, pe + 20)
  header.writeUInt16LE(0x22, pe + 22)
  header.writeUInt16LE(0x20b, optional)
  header.writeUInt32LE(align(content.length, fileAlignment), optional + 4)
  header.writeUInt32LE(pageBytes, optional + 16)
  header.writeUInt32LE(pageBytes, optional + 20)
  header.writeBigUInt64LE(0x140000000n, optional + 24)
  header.writeUInt32LE(pageBytes, optional + 32)
  header.writeUInt32LE(fileAlignment, optional + 36)
  header.writeUInt16LE(6, optional + 40)
  header.writeUInt16LE(6, optional + 48)
  header.writeUInt32LE(pageBytes + align(content.length, pageBytes), optional + 56)
  header.writeUInt32LE(fileAlignment, optional + 60)
  header.writeUInt16LE(2, optional + 68)
  header.writeBigUInt64LE(0x100000n, optional + 72)
  header.writeBigUInt64LE(0x1000n, optional + 80)
  header.writeBigUInt64LE(0x100000n, optional + 88)
  header.writeBigUInt64LE(0x1000n, optional + 96)
  header.writeUInt32LE(16, optional + 108)
  header.write('.text', section, 'latin1')
  header.writeUInt32LE(content.length, section + 8)
  header.writeUInt32LE(pageBytes, section + 12)
  header.writeUInt32LE(align(content.length, fileAlignment), section + 16)
  header.writeUInt32LE(fileAlignment, section + 20)
  header.writeUInt32LE(0x60000020, section + 36)
  const padding = Buffer.alloc(align(content.length, fileAlignment) - content.length)
  return Buffer.concat([header, content, padding])
}

/** Executable and Linkable Format, 64 bits: one segment, loaded as it lies in the file. */
function linuxProgram(arch: Arch, data: Buffer): Buffer {
  const loadedAt = 0x400000n
  const header = Buffer.alloc(64 + 56)
  const content = Buffer.concat([Buffer.from(code.linux[arch]), data])
  const size = BigInt(header.length + content.length)
  header.write('\x7fELF\x02\x01\x01', 'latin1')
  header.writeUInt16LE(2, 16)
  header.writeUInt16LE(arch === 'x64' ? 62 : 183, 18)
  header.writeUInt32LE(1, 20)
  header.writeBigUInt64LE(loadedAt + BigInt(header.length), 24)
  header.writeBigUInt64LE(64n, 32)
  header.writeUInt16LE(64, 52)
  header.writeUInt16LE(56, 54)
  header.writeUInt16LE(1, 56)
  header.writeUInt32LE(1, 64)
  header.writeUInt32LE(5, 68)
  header.writeBigUInt64LE(loadedAt, 80)
  header.writeBigUInt64LE(loadedAt, 88)
  header.writeBigUInt64LE(size, 96)
  header.writeBigUInt64LE(size, 104)
  header.writeBigUInt64LE(BigInt(pageBytes), 112)
  return Buffer.concat([header, content])
}

/** Mach-O, 64 bits: a header without load commands, which macOS itself would not start. */
function macProgram(arch: Arch, data: Buffer): Buffer {
  const header = Buffer.alloc(pageBytes)
  header.writeUInt32LE(0xfeedfacf)
  header.writeUInt32LE(arch === 'x64' ? 0x01000007 : 0x0100000c, 4)
  header.writeUInt32LE(2, 12)
  return Buffer.concat([header, data])
}

const writers = {
  win: windowsProgram,
  linux: linuxProgram,
  mac: macProgram,
} as const satisfies Record<Platform, (arch: Arch, data: Buffer) => Buffer>

/** A program for `target` that holds `data`, and that ends at once. */
export function standInProgram({ platform, arch }: Target, data = Buffer.alloc(0)): Buffer {
  return writers[platform](arch, data)
}
