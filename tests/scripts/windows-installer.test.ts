/** The installer for Windows knows the product by words of its own; they are those of everything else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UUID } from 'builder-util-runtime'
import { expect, test } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { uninstallerName } from '../../scripts/packaging/windows-uninstaller.mjs'
import { deepLinkScheme } from '../../src/main/app/deep-link.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const folder = 'resources/installer'

/** What `product.nsh` defines, with its own names in it filled in. */
const defines = new Map<string, string>()
for (const [, name = '', value = ''] of read(`${folder}/include/product.nsh`).matchAll(
  /^!define (\w+) "(.*)"$/gm,
)) {
  const filled = value.replaceAll(/\$\{(\w+)\}/g, (_, other: string) => defines.get(other) ?? '')
  defines.set(name, filled)
}

const configuration = read('electron-builder.yml')
const setting = (name: string) => new RegExp(`^ *${name}: (.+)$`, 'm').exec(configuration)?.[1]

/** What makes electron-builder's own identifiers of an `appId`. */
const namespace = UUID.parse('50e065bc-3134-11e6-9bab-38c9862bdaf3')

test('the names are those that electron-builder gives', () => {
  expect(defines.get('PRODUCT')).toBe(setting('productName'))
  expect(defines.get('PROGRAM')).toBe(`${setting('productName')}.exe`)
  expect(defines.get('UNINSTALLER')).toBe(uninstallerName)
  expect(defines.get('APP_USER_MODEL_ID')).toBe(setting('appId'))
})

test('the entry among the installed apps is the one of former versions', () => {
  expect(defines.get('GUID')).toBe(UUID.v5(setting('appId') ?? '', namespace))
  expect(defines.get('GUID')).toBe(setting('guid'))
})

test('the folder of updates is the one that electron-updater takes', () => {
  const manifest: unknown = JSON.parse(read('package.json'))
  expect(manifest).toMatchObject({
    name: defines.get('UPDATES_FOLDER')?.replace(/-updater$/, ''),
    productName: defines.get('DATA_FOLDER'),
  })
})

test('the app registers the same scheme, model ID and keychain service', () => {
  expect(defines.get('LINK_SCHEME')).toBe(deepLinkScheme)
  expect(read('src/main/app/index.ts')).toContain(`'${defines.get('APP_USER_MODEL_ID')}'`)
  expect(read('src/main/platform/configuration/environment.ts')).toContain(
    `'${defines.get('KEYCHAIN_SERVICE')}'`,
  )
})

const languages = ['fr', 'nl', 'en', 'de', 'es', 'it']
const keysOf = (language: string) =>
  [...read(`${folder}/texts/${language}.nsh`).matchAll(/LangString (\w+) /g)].map(([, key]) => key)

test.each(languages)('every text is there in %s, in the order of the French', (language) => {
  expect(keysOf(language)).toEqual(keysOf('fr'))
  expect(keysOf(language).length).toBeGreaterThan(20)
})
