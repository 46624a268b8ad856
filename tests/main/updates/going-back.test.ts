/** A new version that does not come to its first screen: two chances, then the one before. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goBack } from '../../../src/main/updates/go-back.ts'
import { openKnownReleases } from '../../../src/main/updates/known-releases.ts'
import { startDetached } from '../../../src/main/updates/run-installer.ts'
import { settleTrial } from '../../../src/main/updates/settle-trial.ts'
import {
  countStart,
  readTrial,
  updatesFolder,
  writeTrial,
  type Trial,
} from '../../../src/main/updates/trial.ts'
import { recordingLog } from '../support/main.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let folder: string
let appImage: string
let former: string
let trial: Trial

const formerProgram = '#!/bin/sh\ntouch "$(dirname "$0")/former-opened"\n'
const hashOf = (text: string) => createHash('sha512').update(text).digest('base64')

beforeEach(() => {
  stack = new AsyncDisposableStack()
  const root = temporaryFolder(stack)
  folder = updatesFolder(root)
  appImage = join(root, 'services-online.AppImage')
  former = join(root, 'former.AppImage')
  mkdirSync(folder)
  writeFileSync(appImage, 'version 0.2.0')
  writeFileSync(former, formerProgram)
  const kept = { path: former, sha512: hashOf(formerProgram) }
  trial = { from: '0.1.0', to: '0.2.0', starts: 0, former: kept, goesBack: false }
  writeTrial(folder, trial)
})
afterEach(() => stack.disposeAsync())

const back = (changes: Partial<Parameters<typeof goBack>[0]> = {}) =>
  goBack({
    trial,
    folder,
    platform: 'linux',
    appImage,
    verifyPublisher: async () => null,
    restoreStores: () => undefined,
    start: startDetached,
    ...changes,
  })

describe('starts', () => {
  it('of the new version are counted: after two without a screen the third goes back', () => {
    expect(countStart(folder, '0.2.0')).toBeNull()
    expect(countStart(folder, '0.2.0')).toBeNull()
    expect(countStart(folder, '0.2.0')).toMatchObject({ from: '0.1.0', to: '0.2.0' })
  })

  it('of any other version are not', () => {
    for (let at = 0; at < 5; at += 1) expect(countStart(folder, '0.1.0')).toBeNull()
    expect(readTrial(folder)?.starts).toBe(0)
  })

  it('after one that came to its screen are not counted any more', async () => {
    countStart(folder, '0.2.0')
    countStart(folder, '0.2.0')
    await settle('0.2.0')
    for (let at = 0; at < 5; at += 1) expect(countStart(folder, '0.2.0')).toBeNull()
  })

  it.each(['', '{', '[]', '{"to":"0.2.0"}', '{"to":"0.2.0","from":1,"starts":9}'])(
    'go on whatever stands in the note: %s',
    (text) => {
      writeFileSync(join(folder, 'trial.json'), text)
      expect(countStart(folder, '0.2.0')).toBeNull()
    },
  )
})

describe('going back', () => {
  it('puts the former version in its place, with the stores as it left them, and opens it', async () => {
    let restored = 0
    expect(await back({ restoreStores: () => void (restored += 1) })).toBe(true)
    expect(restored).toBe(1)
    expect(readFileSync(appImage, 'utf8')).toBe(formerProgram)
    const opened = join(appImage, '..', 'former-opened')
    await vi.waitFor(() => expect(existsSync(opened)).toBe(true), { timeout: 30_000 })
  })

  it('on Windows runs the installer of the former version, as its documentation has it', async () => {
    const started: unknown[] = []
    const start = async (program: string, args: readonly string[]) => {
      started.push([program, ...args])
    }
    expect(await back({ platform: 'win32', start })).toBe(true)
    expect(started).toEqual([[former, '--updated', '/S', '/allowdowngrade', '--force-run']])
  })

  it.each<[string, () => Partial<Parameters<typeof goBack>[0]>]>([
    ['nothing was kept', () => ({ trial: { ...trial, former: null } })],
    [
      'what was kept is another file',
      () => {
        writeFileSync(former, `${formerProgram}rm -rf everything`)
        return {}
      },
    ],
    ['another has signed it', () => ({ verifyPublisher: async () => 'another publisher' })],
    ['it was tried before', () => ({ trial: { ...trial, goesBack: true } })],
    ['the system has no way', () => ({ platform: 'darwin', appImage: undefined })],
    ['it does not start', () => ({ start: () => Promise.reject(new Error('EACCES')) })],
  ])('is not begun where %s: the app starts on', async (_, changes) => {
    expect(await back(changes())).toBe(false)
    expect(readTrial(folder)).toBeNull()
    expect(countStart(folder, '0.2.0')).toBeNull()
  })
})

async function settle(version: string): Promise<string[]> {
  const told: string[] = []
  const known = openKnownReleases(folder)
  await settleTrial({
    folder,
    version,
    known,
    tellWentBack: (from) => told.push(from),
    log: recordingLog([]),
  })
  return told
}

describe('the version that one came back to', () => {
  it('tells it once, and does not want the other again', async () => {
    await back()
    expect(await settle('0.1.0')).toEqual(['0.2.0'])
    expect(openKnownReleases(folder).values().refused).toEqual(['0.2.0'])
    expect(await settle('0.1.0')).toEqual([])
    expect(readTrial(folder)).toBeNull()
  })

  it('knows an update that was never installed from one that did not open', async () => {
    expect(await settle('0.1.0')).toEqual([])
    expect(openKnownReleases(folder).values()).toMatchObject({
      refused: [],
      notInstalled: '0.2.0',
    })
  })
})
