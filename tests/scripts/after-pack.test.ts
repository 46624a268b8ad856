import { expect, it } from 'vitest'
import { libraryComplaint } from '../../scripts/packaging/after-pack.mjs'

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
