import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterSwitches, refusedSwitches } from '../../../../src/main/app/startup/hardening.ts'

describe('a packaged start', () => {
  it.each([
    'remote-debugging-port=9222',
    'remote-debugging-pipe',
    'proxy-server=http://evil.example:3128',
    'proxy-pac-url=http://evil.example/proxy.pac',
    'proxy-bypass-list=*',
    'host-resolver-rules=MAP * 10.0.0.1',
    'host-rules=MAP * 10.0.0.1',
    'ignore-certificate-errors',
    'ignore-certificate-errors-spki-list=x',
    'ssl-key-log-file=/tmp/keys',
    'log-net-log=/tmp/net.json',
    'net-log-capture-mode=Everything',
    'user-data-dir=/tmp/profile',
    'load-extension=/tmp/extension',
    'disable-web-security',
    'no-sandbox',
    'js-flags=--expose-gc',
    'inspect',
    'inspect-brk=0.0.0.0:9229',
    'auth-server-whitelist=*',
    'auth-server-allowlist=*',
    'enable-logging',
    'lang=../../x',
    'disable-gpu=1',
    'force-device-scale-factor=1;x',
    'a-switch-of-a-later-chromium',
  ])('refuses --%s', (text) => {
    const name = text.split('=')[0]
    expect(refusedSwitches([`--${text}`], 'win32')).toEqual([name])
    expect(refusedSwitches([`-${text}`], 'darwin')).toEqual([name])
    expect(refusedSwitches([` --${text}`], 'linux')).toEqual([name])
    expect(refusedSwitches([`/${text}`], 'win32')).toEqual([name])
    // Before the terminator it counts wherever it stands; after it, to nobody.
    expect(refusedSwitches(['file', `--${text}`, '--'], 'win32')).toEqual([name])
    expect(refusedSwitches(['--', `--${text}`], 'win32')).toEqual([])
  })

  it('refuses capitals too, which Windows takes for the same', () => {
    expect(refusedSwitches(['--Remote-Debugging-Port=1'], 'win32')).toEqual([
      'Remote-Debugging-Port',
    ])
  })

  it.each([
    ['nothing', []],
    ['the installer’s word', ['--updated']],
    ['a link', ['--', 'atradius-services-online://open/servnet']],
    ['help for a display', ['--disable-gpu', '--force-device-scale-factor=1.25', '--lang=nl-BE']],
    ['assistive technology', ['--force-renderer-accessibility']],
    ['a path, which is no switch', ['/home/marie/file', '-']],
  ])('takes %s', (_what, args) => {
    expect(refusedSwitches(args, 'linux')).toEqual([])
  })

  it('refuses whatever is not known', () => {
    const name = fc.stringMatching(/^[a-z][a-z-]{0,30}$/).filter((text) => !known.has(text))
    fc.assert(
      fc.property(name, fc.constantFrom('--', '-', '/'), fc.string(), (text, prefix, value) => {
        expect(refusedSwitches([`${prefix}${text}=${value}`], 'win32')).toEqual([text])
      }),
    )
  })
})

const known = new Set([
  'disable-gpu',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'lang',
  'updated',
])

it('nothing but what follows the terminator is an argument', () => {
  expect(afterSwitches(['app', '--x', '--', 'a', '--', 'b'])).toEqual(['a', '--', 'b'])
  expect(afterSwitches(['app', 'a'])).toEqual([])
})
