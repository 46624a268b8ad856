/** A packaged app is told nothing by whoever starts it: no portal, no proxy, no way in. */
import defaultConfiguration from '../../resources/default-config.json' with { type: 'json' }
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findElectron } from '../../scripts/lib/electron-binary.ts'
import { startTexts } from '../../src/main/app/startup/failed-start.ts'
import { launchApp, runApp } from './support/app.ts'
import { signInForm } from './support/flows.ts'
import { keychainObstacle } from './support/keychain.ts'
import { expect, test } from './support/test.ts'

test.skip(findElectron() !== null, 'Electron itself is packaged only by its installer')

/** The system's usual place of profiles, inside the journey's folder. */
const packaged = (folder: string) => ({
  HOST_PACKAGED: '1',
  HOME: folder,
  XDG_CONFIG_HOME: path.join(folder, 'config'),
})
const usual = (folder: string) => path.join(folder, 'config', 'Atradius Services Online')

for (const [name, ...args] of [
  ['proxy-server', '--proxy-server=http://127.0.0.1:1'],
  ['remote-debugging-port', '--lang=fr', '--remote-debugging-port=0'],
  ['ssl-key-log-file', '-ssl-key-log-file=keys'],
  ['no-sandbox', '--no-sandbox', '--', 'atradius-services-online://open/servnet'],
] as const) {
  test(`started with --${name} it ends before a window, and says why`, async ({
    folder,
    profile,
    keychain,
    portal,
  }) => {
    const env = packaged(folder)
    const { code, output } = await runApp({ profile, keychain, portalUrl: portal.url, args, env })
    expect(output).toContain(startTexts.fr.switch.replace('{{name}}', `--${name}`))
    expect(code).toBe(1)
    const log = readFileSync(path.join(usual(folder), 'logs', 'main.log'), 'utf8')
    expect(log.trim().split('\n')).toHaveLength(1)
  })
}

test('no variable leads it to another portal, profile or keychain library', async ({
  folder,
  profile,
  portal,
  stack,
}) => {
  const file = path.join(folder, 'config.json')
  writeFileSync(file, JSON.stringify({ portalUrl: portal.url }))
  const app = await launchApp({
    profile,
    keychain: 'unused',
    portalUrl: portal.url,
    env: {
      ...packaged(folder),
      SERVICES_ONLINE_CONFIG: file,
      ProgramData: folder,
      NAPI_RS_FORCE_WASI: 'error',
      NAPI_RS_WASI_FLAVOR: 'none',
    },
  })
  stack.defer(app.kill)
  const answer = await app.page.evaluate("window.portal.call('app.state', {})")
  expect(answer).toMatchObject({
    data: {
      portalHost: new URL(defaultConfiguration.portalUrl).host,
      canStaySignedIn: keychainObstacle() === null,
    },
  })
  expect(app.output()).toContain('host: registered atradius-services-online with ["--"]')
})

test('a link reaches it behind the terminator, and nothing before it is one', async ({
  folder,
  profile,
  say,
  stack,
}) => {
  mkdirSync(path.join(folder, 'config'), { recursive: true })
  const link = 'atradius-services-online://open/insights'
  const app = await launchApp({
    profile,
    keychain: 'unused',
    portalUrl: null,
    args: ['atradius-services-online://open/collectnet', '--', link],
    env: packaged(folder),
  })
  stack.defer(app.kill)
  await expect(app.page.getByText(say('services:insights.signIn'))).toBeVisible()
  await expect(signInForm(app.page, say).username).toBeVisible()
})
