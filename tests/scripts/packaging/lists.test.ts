import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { bundledPackages, bundledPackagesFile } from '../../../scripts/bundled-packages.ts'
import { componentList, componentListComplaint } from '../../../scripts/packaging/component-list.ts'
import { writeFeedFile } from '../../../scripts/packaging/feed-file.ts'
import { noticesOf, readThirdParty } from '../../../scripts/packaging/third-party.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const manifest = (name: string, license?: string) =>
  JSON.stringify({ name, version: '1.2.3', main: 'index.js', license })

async function bundledIn(files: Readonly<Record<string, string>>): Promise<unknown> {
  const root = write(temporaryFolder(), files)
  const outDir = join(root, 'out')
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [bundledPackages(root)],
    build: { outDir, lib: { entry: join(root, 'src/renderer/main.js'), formats: ['es'] } },
  })
  return JSON.parse(readFileSync(join(outDir, bundledPackagesFile), 'utf8'))
}

describe('what a bundle holds', () => {
  it('is what was taken in, at whatever depth, and not what was left out', async () => {
    const found = await bundledIn({
      'package.json': manifest('app'),
      'src/renderer/main.js': "import { a } from 'outer'\nimport '@scope/side'\nconsole.log(a)",
      'node_modules/outer/package.json': manifest('outer'),
      'node_modules/outer/index.js': "import b from 'inner'\nexport const a = b",
      'node_modules/outer/node_modules/inner/package.json': manifest('inner'),
      'node_modules/outer/node_modules/inner/index.js': 'export default Math.random()',
      'node_modules/@scope/side/package.json': manifest('@scope/side'),
      'node_modules/@scope/side/index.js': 'console.log(1)',
      'node_modules/tool/package.json': manifest('tool'),
      'node_modules/tool/index.js': 'console.log(2)',
    })
    expect(found).toEqual([
      { name: '@scope/side', version: '1.2.3', folder: 'node_modules/@scope/side' },
      { name: 'inner', version: '1.2.3', folder: 'node_modules/outer/node_modules/inner' },
      { name: 'outer', version: '1.2.3', folder: 'node_modules/outer' },
    ])
  })
})

const party = (license: string | undefined, files: Readonly<Record<string, string>> = {}) =>
  readThirdParty(write(temporaryFolder(), { 'package.json': manifest('one', license), ...files }))

describe('how others’ work may be used', () => {
  it.each(['MIT', 'ISC', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND BSD-3-Clause'])(
    '%s is accepted',
    (license) => {
      expect(party(license).manifest.license).toBe(license)
    },
  )

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'UNLICENSED'])(
    '%s is not',
    (license) => {
      expect(() => party(license)).toThrow()
    },
  )

  it('has to be said', () => {
    expect(() => party(undefined)).toThrow('names no licence')
  })

  it('is passed on whole, notices too', () => {
    const one = party('MIT', { 'LICENSE.md': 'do as you like', 'NOTICE.txt': 'lists by Anna' })
    const text = noticesOf([one])
    expect(text).toContain('one 1.2.3 (MIT)')
    expect(text).toContain('do as you like')
    expect(text).toContain('lists by Anna')
  })

  it('is repeated where a licence asks for nothing else and its text was left out', () => {
    expect(party('Unlicense').texts.join()).toContain('public domain')
    expect(party('MIT').texts).toEqual([])
  })
})

describe('the list of components', () => {
  const target = { platform: 'win', arch: 'arm64' } as const
  const app = { name: 'services-online', version: '0.1.0' }
  const react = { name: '@scope/react', version: '1.0.0', license: '(MIT OR Apache-2.0)' }

  it('keeps to CycloneDX, with Electron in it', async () => {
    const text = await componentList(app, target, [{ manifest: react, texts: ['MIT'] }])
    expect(await componentListComplaint(text)).toBeNull()
    expect(text).toContain('pkg:npm/%40scope/react@1.0.0')
    expect(text).toContain('pkg:npm/electron@')
  })

  it.each([
    ['a component without a name', { components: [{ type: 'library' }] }],
    ['a kind that there is not', { components: [{ type: 'thing', name: 'a' }] }],
    ['a field that there is not', { hello: 1 }],
  ])('with %s is none', async (_, more) => {
    const list = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, ...more }
    expect(await componentListComplaint(JSON.stringify(list))).not.toBeNull()
  })
})

const feed = (version: string, url: string) =>
  `version: ${version}\nfiles:\n  - url: ${url}\n    sha512: abc\n    size: 1\npath: ${url}\n`

describe('the file that announces a version', () => {
  it('holds both architectures of one version, however often each is made', () => {
    const folder = write(temporaryFolder(), {
      'a.yml': feed('1.0.0', 'app-x64.exe'),
      'b.yml': feed('1.0.0', 'app-arm64.exe'),
      'c.yml': feed('1.1.0', 'next-x64.exe'),
    })
    const target = join(folder, 'latest.yml')
    const urls = () =>
      [...readFileSync(target, 'utf8').matchAll(/- url: (.*)/g)].map(([, url]) => url)
    for (const name of ['a.yml', 'b.yml', 'a.yml']) writeFeedFile(join(folder, name), target)
    expect(urls()).toEqual(['app-arm64.exe', 'app-x64.exe'])
    writeFeedFile(join(folder, 'c.yml'), target)
    expect(urls()).toEqual(['next-x64.exe'])
  })
})
