/** Main's small rules: deep links, languages, the page to open on, notices. */
import * as fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Notice } from '../../src/shared/contract/notices.ts'
import { serviceIds } from '../../src/shared/services.ts'
import { pageAddresses, pageAddressOf, serviceOfPage } from '../../src/shared/pages.ts'
import { deepLinkIn, deepLinkTo, parseDeepLink } from '../../src/main/app/deep-link.ts'
import { effectiveLanguage, settingsOf } from '../../src/main/platform/settings/settings-values.ts'
import { createNotices } from '../../src/main/platform/notices.ts'
import { fieldOfPointer } from '../../src/main/portal-client/problem-error.ts'
import { openSettings } from '../../src/main/platform/settings/settings.ts'
import { startPath } from '../../src/main/app/window/start-path.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** The path and the search of an address. */
function partsOf(address: string): [string, string] {
  const [path = '', search = ''] = address.split(/(?=\?)/u)
  return [path, search]
}

describe('a deep link', () => {
  it.each([
    ...Object.values(pageAddresses),
    '/servnet/limits/LIM-1',
    '/insights/figures/new-decisions-full?currency=EUR&from=2016-06-01&to=2016-07-13',
    '/insights/buyers?q=L%E2%80%99Or%C3%A9al&country=FR',
    '/insights/buyers/%E6%A0%AA?client=org-1',
  ])('opens %s', (address) => {
    const link = `atradius-services-online://open${address}`
    const opened = parseDeepLink(link)
    expect(decodeURIComponent(opened ?? '')).toBe(decodeURIComponent(address))
    expect(deepLinkTo(...partsOf(opened ?? ''))).toBe(`atradius-services-online://open${opened}`)
    expect(serviceOfPage(address)).toBe(
      serviceIds.find((one) => address.startsWith(`/${one}`)) ?? null,
    )
    expect(deepLinkIn(['app', '--flag', '--', link])).toBe(link)
    // Not as it is registered: where switches stand, nothing is taken for a link.
    expect(deepLinkIn(['app', '--flag', link])).toBeNull()
    expect(deepLinkIn(['app', link, '--'])).toBeNull()
  })

  it.each([
    'atradius-services-online://open/unknown',
    'atradius-services-online://open/servnet/../insights/x',
    'atradius-services-online://close/servnet',
    'atradius-services-online://open/servnet?next=https://evil.example',
    'atradius-services-online://open/insights/buyers?q=a&q=b',
    'atradius-services-online://open/insights/buyers?q=%00',
    `atradius-services-online://open/insights/buyers?q=${'a'.repeat(201)}`,
    'atradius-services-online://open/servnet/limits/..%2F..%2Fhelp',
    'atradius-services-online://open/servnet/limits/a/b',
    'atradius-services-online://open/servnet/limits/%E0%A4%A',
    'atradius-services-online://open/servnet/policies/17386',
    'atradius-services-online://open/sign-in',
    'atradius-services-online://open/locked',
    'atradius-services-online://open//evil.example/servnet',
    'atradius-services-online://user:word@open/servnet',
    'atradius-services-online://open/servnet#x',
    'atradius-services-online://user@open/servnet',
    'atradius-services-online:servnet',
    'atradius-services-online://',
    'https://open/servnet',
  ])('is refused: %s', (link) => {
    expect(parseDeepLink(link)).toBeNull()
  })

  it('never opens anything but a page, and never throws', () => {
    const pages: readonly string[] = Object.values(pageAddresses)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webPath().map((path) => `open${path}`),
        ),
        (tail) => {
          const address = parseDeepLink(`atradius-services-online://${tail}`)
          if (address === null) return
          const [path, search] = partsOf(address)
          expect(pages.some((page) => path === page || path.startsWith(`${page}/`))).toBe(true)
          // What a link opens is what it is written out as.
          expect(pageAddressOf(path, search)).toBe(address)
        },
      ),
    )
  })

  it('may be missing', () => {
    expect(deepLinkIn(['app', '--flag'])).toBeNull()
  })
})

describe('the language', () => {
  it('is the chosen one, else the profile’s, else the organisation’s, else the system’s, else French', () => {
    const both = { language: 'es', profileLanguage: 'nl', managedLanguage: 'it' } as const
    const profile = { ...both, language: null }
    const managed = { ...profile, profileLanguage: null }
    const neither = { language: null, profileLanguage: null, managedLanguage: null }
    expect(effectiveLanguage(both, ['de-DE'])).toBe('es')
    expect(effectiveLanguage(profile, ['de-DE'])).toBe('nl')
    expect(effectiveLanguage(managed, ['de-DE'])).toBe('it')
    expect(effectiveLanguage(neither, ['pt-BR', 'de-DE', 'it'])).toBe('de')
    expect(effectiveLanguage(neither, ['nl_BE'])).toBe('nl')
    expect(effectiveLanguage(neither, ['pt', ''])).toBe('fr')
    expect(effectiveLanguage(neither, [])).toBe('fr')
  })
})

it('opens on the page that the last run left', () => {
  expect(startPath('none', null)).toBe('/')
  expect(startPath('returning', null)).toBe('/sign-in')
  expect(startPath('signedOut', null)).toBe('/sign-in')
  expect(startPath('enrolment', null)).toBe('/enrolment')
  expect(startPath('ready', null)).toBe('/servnet')
  expect(startPath('ready', 'partners')).toBe('/partners')
  expect(startPath('ready', 'collectnet')).toBe('/collectnet')
  expect(startPath('ready', 'insights')).toBe('/insights')
})

it('names fields as forms do', () => {
  expect(fieldOfPointer('/answers/1/answer')).toBe('answers.1.answer')
  expect(fieldOfPointer('/a~1b/c~0d')).toBe('a/b.c~d')
  expect(fieldOfPointer('')).toBe('')
})

function openNotices() {
  const told: Notice['code'][] = []
  const withdrawn: Notice['code'][] = []
  const notices = createNotices({
    raised: ({ code }) => told.push(code),
    withdrawn: (code) => withdrawn.push(code),
  })
  return { told, withdrawn, ...notices }
}

describe('notices', () => {
  it('are there until they are put away, however often one asks', () => {
    const { raise, present, dismiss } = openNotices()
    raise({ code: 'keychain_absent' })
    raise({ code: 'deep_link_invalid' })
    const both = [{ code: 'keychain_absent' }, { code: 'deep_link_invalid' }]
    expect([present(), present()]).toEqual([both, both])
    dismiss('deep_link_invalid')
    expect(present()).toEqual([{ code: 'keychain_absent' }])
  })

  it('tell of a lasting state once, also after it was put away, and of a moment each time', () => {
    const { raise, present, dismiss, told } = openNotices()
    raise({ code: 'disk_full' })
    dismiss('disk_full')
    raise({ code: 'disk_full' })
    raise({ code: 'already_running' })
    raise({ code: 'already_running' })
    expect(told).toEqual(['disk_full', 'already_running', 'already_running'])
    expect(present()).toEqual([{ code: 'already_running' }])
  })

  it('go when what they are about is over, and are told again when it comes again', () => {
    const { raise, present, withdraw, told, withdrawn } = openNotices()
    raise({ code: 'disk_full' })
    withdraw('disk_full')
    withdraw('keychain_locked')
    expect(present()).toEqual([])
    expect(withdrawn).toEqual(['disk_full'])
    raise({ code: 'disk_full' })
    expect(told).toEqual(['disk_full', 'disk_full'])
  })
})

describe('the settings file', () => {
  it('gives what can be used of it, whatever it holds', () => {
    const empty = settingsOf(null)
    expect(empty).toEqual({
      language: null,
      profileLanguage: null,
      managedLanguage: null,
      service: null,
      lastSession: 'none',
      window: null,
      visitors: [],
    })
    const window = { width: 900, height: 700, position: { x: 20, y: -40 }, maximized: true }
    expect(settingsOf({ language: 'nl', lastSession: 'ready', service: 'x', window })).toEqual({
      ...empty,
      language: 'nl',
      lastSession: 'ready',
      window,
    })
    expect(settingsOf({ language: 'constructor', window: { width: 5, height: 5 } })).toEqual(empty)
    expect(settingsOf({ visitors: ['a', 1, null] })).toEqual({ ...empty, visitors: ['a'] })
    expect(settingsOf({ window: { ...window, width: 1e300 } })).toEqual(empty)
    fc.assert(fc.property(fc.jsonValue(), (json) => void settingsOf(json)))
  })

  it('is whole after many changes at once, once it has settled', async () => {
    await using stack = new AsyncDisposableStack()
    const path = join(temporaryFolder(stack), 'settings.json')
    const settings = openSettings(path, () => undefined)
    void settings.update({ language: 'it' })
    void settings.update({ service: 'insights' })
    await settings.settled()
    const again = openSettings(path, () => undefined)
    expect(again.values()).toMatchObject({ language: 'it', service: 'insights' })
  })
})
