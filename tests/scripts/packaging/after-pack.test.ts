import { expect, it } from 'vitest'
import { libraryComplaint, machineComplaint } from '../../../scripts/packaging/after-pack.mjs'
import { standInProgram } from '../../../scripts/packaging/stand-in-programs.ts'
import { architectures, nodePlatforms, platforms } from '../../../scripts/packaging/target.ts'

it.each([
  ['win32', 'x64', 'keyring.win32-x64-msvc.node', 'win32-x64.node'],
  ['win32', 'arm64', 'keyring.win32-arm64-msvc.node', 'win32-arm64.node'],
  ['darwin', 'arm64', 'keyring.darwin-arm64.node', 'darwin-arm64.node'],
  ['darwin', 'x64', 'keyring.darwin-x64.node', 'darwin-x64.node'],
  ['linux', 'x64', 'keyring.linux-x64-gnu.node', 'linux-x64.node'],
])('a package for %s-%s holds its own libraries, and no other', (platform, arch, ...own) => {
  const [keyring, sqlite] = own
  expect(libraryComplaint([keyring, sqlite], platform, arch)).toBeNull()
  expect(libraryComplaint([sqlite, keyring], platform, arch)).toBeNull()
  const foreign = ['keyring.freebsd-x64.node', 'linuxmusl-x64.node']
  for (const found of [[], foreign, [keyring], [sqlite], [...own, ...foreign], [...own, sqlite]]) {
    const complaint = libraryComplaint(found, platform, arch)
    expect(complaint).toContain(keyring)
    expect(complaint).toContain(sqlite)
  }
})

it('no library is right for a platform that is not distributed, or for two architectures', () => {
  expect(libraryComplaint(['keyring.freebsd-x64.node'], 'freebsd', 'x64')).not.toBeNull()
  const own = ['keyring.darwin-arm64.node', 'darwin-arm64.node']
  expect(libraryComplaint(own, 'darwin', 'universal')).not.toBeNull()
})

const machines = platforms.flatMap((platform) => architectures.map((arch) => ({ platform, arch })))

it.each(machines)('a library for $platform-$arch is one by its own header', (target) => {
  const library = standInProgram(target)
  for (const { platform, arch } of machines) {
    const complaint = machineComplaint('one.node', library, nodePlatforms[platform], arch)
    if (platform === target.platform && arch === target.arch) expect(complaint).toBeNull()
    else expect(complaint).toContain(`is for ${nodePlatforms[target.platform]}-${target.arch}`)
  }
})

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('not a library at all, but a text of more than sixty-four characters')],
  ['half a header', standInProgram({ platform: 'win', arch: 'x64' }).subarray(0, 70)],
  ['a header that leads past the end', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(98, 0xff)])],
])('%s is no library', (_, content) => {
  expect(machineComplaint('one.node', content, 'win32', 'x64')).toContain('is no library')
})
