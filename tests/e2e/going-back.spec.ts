/** A packaged version that has failed to start twice makes room for the one before. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { findElectron } from '../../scripts/lib/electron-binary.ts'
import { startTexts } from '../../src/main/app/startup/failed-start.ts'
import { launchApp, runApp } from './support/app.ts'
import { expect, test } from './support/test.ts'

test.skip(findElectron() !== null, 'Electron itself is packaged only by its installer')

const former = '#!/bin/sh\ntouch "$(dirname "$0")/former-opened"\n'

/** An AppImage on trial, and what was kept of the one before. */
function onTrial(folder: string, sha512: string) {
  const updates = path.join(folder, 'config', 'Atradius Services Online', 'updates')
  mkdirSync(updates, { recursive: true })
  const appImage = path.join(folder, 'services-online.AppImage')
  const kept = path.join(folder, 'former.AppImage')
  writeFileSync(appImage, 'the version that fails')
  writeFileSync(kept, former)
  const trial = {
    from: '0.0.1',
    to: manifest.version,
    starts: 2,
    former: { path: kept, sha512 },
    goesBack: false,
  }
  writeFileSync(path.join(updates, 'trial.json'), JSON.stringify(trial))
  return { appImage, env: { ...packaged(folder), APPIMAGE: appImage } }
}

const packaged = (folder: string) => ({
  HOST_PACKAGED: '1',
  HOME: folder,
  XDG_CONFIG_HOME: path.join(folder, 'config'),
})

test('the third start opens the version before, and ends', async ({
  folder,
  profile,
  keychain,
  portal,
}) => {
  const sha512 = createHash('sha512').update(former).digest('base64')
  const { appImage, env } = onTrial(folder, sha512)
  const { code, output } = await runApp({ profile, keychain, portalUrl: portal.url, args: [], env })
  expect(output).not.toContain(startTexts.fr.title)
  expect(code).toBe(0)
  expect(readFileSync(appImage, 'utf8')).toBe(former)
  await expect.poll(() => existsSync(path.join(folder, 'former-opened'))).toBe(true)
})

test('where what was kept is another file it says so, and starts on', async ({
  folder,
  profile,
  keychain,
  portal,
  stack,
}) => {
  const { appImage, env } = onTrial(folder, 'the hash of another file')
  const app = await launchApp({ profile, keychain, portalUrl: portal.url, env })
  stack.defer(app.kill)
  expect(app.output()).toContain(startTexts.fr.updateFails.replace('{{version}}', manifest.version))
  expect(readFileSync(appImage, 'utf8')).toBe('the version that fails')
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
})
