import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readManagedPreferences } from '../../../../src/main/platform/configuration/managed-preferences.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let path: string
beforeEach(() => {
  stack = new AsyncDisposableStack()
  path = join(temporaryFolder(stack), 'com.atradius.services-online.plist')
})
afterEach(() => stack.disposeAsync())

const settings = { portalUrl: 'https://portal.firm.example/', lock: { required: true } }
const failing = () => Promise.reject(new Error('ended with 1'))
const asJson = async () => JSON.stringify(settings)

it('no profile for the computer: nothing is set, and no program is started', async () => {
  expect(await readManagedPreferences(path, failing, () => true)).toEqual({ kind: 'absent' })
})

it('what a profile sets is nested as in the file', async () => {
  writeFileSync(path, '')
  expect(await readManagedPreferences(path, asJson, () => true)).toEqual({
    kind: 'read',
    by: 'profile',
    source: path,
    content: settings,
  })
})

it.each([
  ['others can write it', asJson, () => false],
  ['it cannot be read', failing, () => true],
  ['it is no list of properties', async () => 'Property List error', () => true],
])('nothing falls back past one where %s', async (_what, read, isTrusted) => {
  writeFileSync(path, '')
  expect(await readManagedPreferences(path, read, isTrusted)).toMatchObject({
    kind: 'unusable',
    source: path,
  })
})
