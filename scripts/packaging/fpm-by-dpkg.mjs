#!/usr/bin/env node
// @ts-check
/**
 * What electron-builder asks of `fpm`, done by Debian's own `dpkg-deb`: a package for Debian and Ubuntu
 * without a download. It takes the arguments that electron-builder gives, and no others.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** @type {{ readonly type: 'string' }} */
const text = { type: 'string' }
/** @type {{ readonly type: 'boolean' }} */
const flag = { type: 'boolean' }
const options = {
  s: { ...text, short: 's' },
  t: { ...text, short: 't' },
  force: flag,
  debug: flag,
  log: text,
  depends: { ...text, short: 'd', multiple: true },
  'deb-recommends': { ...text, multiple: true },
  'deb-compression': text,
  'deb-priority': text,
  architecture: text,
  'after-install': text,
  'after-remove': text,
  description: text,
  version: text,
  package: text,
  name: text,
  maintainer: text,
  vendor: text,
  url: text,
  category: text,
  license: text,
  iteration: text,
}

/** @param {string} folder */
function kilobytesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return Math.ceil(bytes / 1024)
}

/** Rights as Debian wants them, whatever the builder's own `umask`.
 * @param {string} folder
 */
function settleRights(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) continue
    const isProgram = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0
    chmodSync(path, isProgram ? 0o755 : 0o644)
  }
}

/**
 * The first line is the short description, which the field needs even where there is none.
 * @param {string} description
 */
function describe(description) {
  const [short = '', ...rest] = description.split('\n').map((line) => line.trim())
  const long = rest.filter((line) => line !== '').map((line) => ` ${line}`)
  return [short === '' ? (rest[0] ?? '') : short, ...long].join('\n')
}

/** @param {string | string[] | undefined} names */
const listed = (names) => [names ?? []].flat().join(', ')

/** @param {readonly string[]} args */
export function makeDeb(args) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  if (values.s !== 'dir' || values.t !== 'deb') throw new Error('Only folders become .deb here.')
  const root = mkdtempSync(join(tmpdir(), 'services-online-deb-'))
  try {
    for (const mapping of positionals) {
      const [source = '', target = ''] = mapping.split('=')
      const place = join(root, target)
      mkdirSync(dirname(place), { recursive: true })
      cpSync(resolve(source), place, { recursive: true, verbatimSymlinks: true })
    }
    settleRights(root)
    const fields = {
      Package: values.name,
      Version: values.version,
      Architecture: values.architecture,
      Maintainer: values.maintainer,
      'Installed-Size': String(kilobytesIn(root)),
      Depends: listed(values.depends),
      Recommends: listed(values['deb-recommends']),
      Section: values.category,
      Priority: values['deb-priority'],
      Homepage: values.url,
      Description: describe(values.description ?? ''),
    }
    const control = Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => `${name}: ${value}\n`)
    const folder = join(root, 'DEBIAN')
    mkdirSync(folder, { mode: 0o755 })
    writeFileSync(join(folder, 'control'), control.join(''))
    for (const [file, name] of [
      [values['after-install'], 'postinst'],
      [values['after-remove'], 'postrm'],
    ]) {
      if (file === undefined || name === undefined) continue
      cpSync(file, join(folder, name))
      chmodSync(join(folder, name), 0o755)
    }
    const compression = values['deb-compression'] === 'gz' ? '-Zgzip' : '-Zxz'
    const made = [compression, '--root-owner-group', '--build', root, values.package ?? '']
    execFileSync('dpkg-deb', made, { stdio: ['ignore', 'ignore', 'inherit'] })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeDeb(process.argv.slice(2))
