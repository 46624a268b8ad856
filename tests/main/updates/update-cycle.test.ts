/** The order in which things happen to an update, with an engine that does as it is told. */
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { openKnownReleases } from '../../../src/main/updates/known-releases.ts'
import { parseRelease } from '../../../src/main/updates/release.ts'
import { createUpdateCycle } from '../../../src/main/updates/update-cycle.ts'
import type { UpdatesState } from '../../../src/shared/contract/app/updates.ts'
import { recordingLog } from '../support/main.ts'

const release = parseRelease(`
version: 0.2.0
releaseDate: '2026-12-01T08:00:00.000Z'
files: [{ url: a.exe, sha512: '${'A'.repeat(86)}==', size: 1 }]
`)

let told: UpdatesState[]
let done: string[]
let sending: boolean
let fetching: PromiseWithResolvers<string>

beforeEach(() => {
  told = []
  done = []
  sending = false
  fetching = Promise.withResolvers()
})

function cycle(found: typeof release | null = release) {
  return createUpdateCycle({
    mode: 'automatic',
    engine: async () => ({
      find: async () => found,
      fetch: async (onPercent) => {
        onPercent(40)
        onPercent(40)
        onPercent(41)
        return fetching.promise
      },
      restartIntoUpdate: () => undefined,
    }),
    installer: async () => ({
      prepare: async () => void done.push('prepared'),
      run: async (_, restart) => void done.push(restart ? 'run, then open again' : 'run'),
    }),
    known: openKnownReleases('/nowhere'),
    language: () => 'fr',
    isSending: async () => sending,
    quit: () => void done.push('quit'),
    relaunch: () => void done.push('relaunch'),
    onChange: (state) => void told.push(state),
    log: recordingLog([]),
  })
}

async function readyCycle() {
  const updates = cycle()
  await updates.check()
  fetching.resolve('/fetched')
  await setImmediate()
  expect(updates.state().kind).toBe('ready')
  return updates
}

it('tells each state once, and answers the check without waiting for the file', async () => {
  const updates = cycle()
  const answer = await updates.check()
  expect(answer).toMatchObject({ ok: true })
  fetching.resolve('/fetched')
  await setImmediate()
  expect(told.map((state) => ('percent' in state ? state.percent : state.kind))).toEqual([
    'checking',
    'available',
    0,
    40,
    41,
    'ready',
  ])
})

it('says when it last looked, where nothing is newer', async () => {
  const updates = cycle(null)
  expect(updates.state()).toEqual({ kind: 'upToDate', checkedAt: null })
  await updates.check()
  expect(updates.state()).not.toEqual({ kind: 'upToDate', checkedAt: null })
  expect(updates.state().kind).toBe('upToDate')
})

describe('installing', () => {
  it('waits while an edit is being sent, and goes when it has been', async () => {
    const updates = await readyCycle()
    sending = true
    expect(await updates.install({ unsaved: false })).toEqual({
      ok: false,
      error: { code: 'update_edits_sending' },
    })
    expect(done).toEqual([])
    sending = false
    await updates.install({ unsaved: false })
    await updates.installAtEnd()
    expect(done).toEqual(['prepared', 'quit', 'run, then open again'])
  })

  it('happens once, however often it is asked for', async () => {
    const updates = await readyCycle()
    await Promise.all([1, 2, 3].map(() => updates.install({ unsaved: false })))
    expect(done).toEqual(['prepared', 'quit'])
  })

  it('does not happen where nothing is ready', async () => {
    const updates = cycle()
    await updates.check()
    await updates.install({ unsaved: false })
    await updates.installAtEnd()
    expect(done).toEqual([])
  })

  it('does not begin to look for another once one is ready', async () => {
    const updates = await readyCycle()
    told = []
    await updates.check()
    expect(told).toEqual([])
  })
})
