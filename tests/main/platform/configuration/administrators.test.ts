/** What administrators are told, in the document and in the templates, is what the app takes. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../../src/shared/languages.ts'
import {
  checkLayer,
  idleLimits,
  lockPasswordKinds,
  proxySignInKinds,
  updateModes,
} from '../../../../src/main/platform/configuration/managed-settings.ts'
import { readPolicies } from '../../../../src/main/platform/configuration/policies.ts'
import {
  namedSettings,
  settingNames,
  type SettingName,
} from '../../../../src/main/platform/configuration/setting-names.ts'

const choices: Partial<Record<SettingName, readonly string[]>> = {
  language: languages,
  'updates.mode': updateModes,
  'lock.password': lockPasswordKinds,
  'proxySignIn.kind': proxySignInKinds,
}

const fileOf = (path: string) => readFileSync(path, 'utf8')

/** As the file nests it; servers only make sense beside their kind. */
function nested(name: SettingName, value: unknown): Record<string, unknown> {
  const [group = '', member] = name.split('.')
  return { [group]: member === undefined ? value : { [member]: value } }
}

describe('the document', () => {
  const rows = [...fileOf('docs/administrators.md').matchAll(/^\| `([\w.]+)` +\|(.+)\|$/gm)]
    .map(([, name = '', rest = '']) => ({
      name,
      cells: rest.split('|').map((cell) => cell.trim()),
    }))
    .filter(({ cells }) => cells.length === 5)

  it('lists every setting, and none that there is not', () => {
    expect(rows.map(({ name }) => name)).toEqual(settingNames)
  })

  it.each(settingNames)('names the policy, the values and working examples of %s', async (name) => {
    const [policy, values = '', , json = '', registry = ''] =
      rows.find((row) => row.name === name)?.cells ?? []
    expect(policy).toBe(`\`${namedSettings[name].policy}\``)
    const wanted = choices[name]
    if (wanted) expect([...values.matchAll(/`(\w+)`/g)].map(([, one]) => one)).toEqual(wanted)
    const value: unknown = JSON.parse(json.slice(1, -1))
    expect(checkLayer(nested(name, value))).toMatchObject({ ok: true })

    const [, type = '', data = ''] = /^`(REG_\w+)` `(.+)`$/.exec(registry) ?? []
    const printed = type === 'REG_DWORD' ? `0x${Number(data).toString(16)}` : data
    const line = `    ${namedSettings[name].policy}    ${type}    ${printed}`
    const read = await readPolicies(async (key) =>
      Buffer.from(
        key.endsWith('Policies')
          ? `\r\n${key}\\Atradius Services Online\r\n`
          : `\r\n${key}\r\n${line}\r\n`,
      ),
    )
    expect(read).toMatchObject({ kind: 'read', content: nested(name, value) })
  })

  it('tells the limits of the idle time', () => {
    const { cells } = rows.find(({ name }) => name === 'lock.longestIdleMinutes') ?? { cells: [] }
    expect(cells[1]).toContain(`${idleLimits.least} to ${idleLimits.most}`)
  })
})

const windows = 'resources/policies/windows'
const template = fileOf(`${windows}/AtradiusServicesOnline.admx`)

/** What the template writes for a setting, by the setting's type. */
const elements = { text: 'text', number: 'decimal', list: 'multiText', switch: 'policy' } as const

/** What the template takes from a language's file. */
const named = (kind: string) =>
  [...template.matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(([, id]) => id)

describe('the template for Windows', () => {
  const policies = [...template.matchAll(/<policy name="(\w+)"[\s\S]*?<\/policy>/g)]
  const byName = new Map(policies.map(([text, name = '']) => [name, text]))

  it('has every setting, for the computer alone, under the key that is read', () => {
    expect([...byName.keys()]).toEqual(settingNames.map((name) => namedSettings[name].policy))
    for (const text of byName.values()) {
      expect(text).toContain('class="Machine"')
      expect(text).toContain(String.raw`key="Software\Policies\Atradius Services Online"`)
    }
  })

  it.each(settingNames)('writes %s as it is read', (name) => {
    const { policy, type } = namedSettings[name]
    const text = byName.get(policy) ?? ''
    const wanted = choices[name]
    const element = wanted === undefined ? elements[type] : 'enum'
    expect(text).toMatch(new RegExp(`<${element} [^>]*valueName="${policy}"`))
    const values = [...text.matchAll(/<string>(.*?)<\/string>/g)].map(([, value]) => value)
    expect(values).toEqual(wanted ?? [])
    if (type === 'number') {
      expect(text).toContain(`minValue="${idleLimits.least}" maxValue="${idleLimits.most}"`)
    }
    if (type === 'switch') {
      expect(text).toMatch(/<enabledValue>\s*<decimal value="1"/)
      expect(text).toMatch(/<disabledValue>\s*<decimal value="0"/)
    }
  })

  it.each(['en-US', 'fr-FR'])('has its texts and forms in %s', (language) => {
    const texts = fileOf(`${windows}/${language}/AtradiusServicesOnline.adml`)
    const there = (kind: string) =>
      [...texts.matchAll(new RegExp(`<${kind} id="(\\w+)"`, 'g'))].map(([, id]) => id)
    expect(new Set(there('string'))).toEqual(new Set(named('string')))
    expect(there('presentation')).toEqual(named('presentation'))
    expect(texts).not.toMatch(/<string id="\w+"><\/string>/)
  })
})

it('the profile for a Mac says something of every setting', () => {
  const profile = fileOf('resources/policies/macos/atradius-services-online.mobileconfig')
  const keys = [...profile.matchAll(/<key>([a-zA-Z]+)<\/key>/g)].map(([, key]) => key)
  for (const name of settingNames) expect(keys).toContain(name.split('.').at(-1))
})
