import { expect, it } from 'vitest'
import { libraryComplaint } from '../../scripts/packaging/after-pack.mjs'

it.each([
  ['win32', 'x64', 'keyring.win32-x64-msvc.node'],
  ['win32', 'arm64', 'keyring.win32-arm64-msvc.node'],
  ['darwin', 'arm64', 'keyring.darwin-arm64.node'],
  ['darwin', 'x64', 'keyring.darwin-x64.node'],
  ['linux', 'x64', 'keyring.linux-x64-gnu.node'],
])('a package for %s-%s holds its own library, and no other', (platform, arch, library) => {
  expect(libraryComplaint([library], platform, arch)).toBeNull()
  const foreign = 'keyring.freebsd-x64.node'
  for (const found of [[], [foreign], [library, foreign], [library, library]]) {
    expect(libraryComplaint(found, platform, arch)).toContain(library)
  }
})

it('no library is right for a platform that is not distributed, or for two architectures', () => {
  expect(libraryComplaint(['keyring.freebsd-x64.node'], 'freebsd', 'x64')).not.toBeNull()
  expect(libraryComplaint(['keyring.darwin-arm64.node'], 'darwin', 'universal')).not.toBeNull()
})
