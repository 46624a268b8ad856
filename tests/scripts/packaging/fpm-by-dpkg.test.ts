import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findProgram } from '../../../scripts/lib/processes.ts'
import { makeDeb } from '../../../scripts/packaging/fpm-by-dpkg.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

const dpkg = (...args: string[]) => execFileSync('dpkg-deb', args, { encoding: 'utf8' })
const inDebian = findProgram('dpkg-deb') !== null

function argumentsFor(folder: string): readonly string[] {
  mkdirSync(join(folder, 'app/resources'), { recursive: true })
  writeFileSync(join(folder, 'app/program'), 'x'.repeat(2_000))
  writeFileSync(join(folder, 'app/resources/data'), '')
  writeFileSync(join(folder, 'entry.desktop'), '[Desktop Entry]')
  writeFileSync(join(folder, 'install'), '#!/bin/sh\n')
  chmodSync(join(folder, 'app/program'), 0o700)
  chmodSync(join(folder, 'app/resources/data'), 0o600)
  return [
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'libc6',
    '-d',
    'libnss3',
    '--deb-recommends',
    'keyring | wallet',
    '--deb-compression',
    'gz',
    '--architecture',
    'amd64',
    '--after-install',
    join(folder, 'install'),
    '--description',
    'Short words\n Long words.',
    '--version',
    '1.2.3',
    '--package',
    join(folder, 'made.deb'),
    '--name',
    'one',
    '--maintainer',
    'Me <me@example>',
    '--vendor',
    'Me',
    '--url',
    'https://example/',
    '--deb-priority',
    'optional',
    `${join(folder, 'app')}/=/opt/One App`,
    `${join(folder, 'entry.desktop')}=/usr/share/applications/one.desktop`,
  ]
}

it.runIf(inDebian)('a .deb holds what was asked for, as root’s and readable by all', () => {
  const folder = temporaryFolder()
  makeDeb(argumentsFor(folder))
  const made = join(folder, 'made.deb')
  expect(dpkg('--field', made)).toBe(
    [
      'Package: one',
      'Version: 1.2.3',
      'Architecture: amd64',
      'Maintainer: Me <me@example>',
      'Installed-Size: 2',
      'Depends: libc6, libnss3',
      'Recommends: keyring | wallet',
      'Priority: optional',
      'Homepage: https://example/',
      'Description: Short words',
      ' Long words.',
      '',
    ].join('\n'),
  )
  const rows = dpkg('--contents', made).split('\n')
  const rightsOf = (path: string) => rows.find((row) => row.endsWith(path))?.slice(0, 20)
  expect(rightsOf('./opt/One App/program')).toBe('-rwxr-xr-x root/root')
  expect(rightsOf('./opt/One App/resources/data')).toBe('-rw-r--r-- root/root')
  expect(rightsOf('./usr/share/applications/one.desktop')).toBe('-rw-r--r-- root/root')
  dpkg('--control', made, join(folder, 'control'))
  expect(statSync(join(folder, 'control/postinst')).mode & 0o777).toBe(0o755)
})

it('nothing else is made, and no argument is passed over', () => {
  expect(() => makeDeb(['-s', 'dir', '-t', 'rpm'])).toThrow('Only folders')
  expect(() => makeDeb(['-s', 'dir', '-t', 'deb', '--unheard-of'])).toThrow()
})
