/** What electron-updater makes of a good feed, and of one that takes back what was announced. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openKnownReleases } from '../../../src/main/updates/known-releases.ts'
import { updatesFolder } from '../../../src/main/updates/trial.ts'
import { perTestInstallation, troubleOf } from '../support/update-engine.ts'
import { firstRelease, keyPair } from '../support/update-feed.ts'

const installation = perTestInstallation()

describe('a good feed', () => {
  it('is found, fetched whole, and has the name and the bytes that were published', async () => {
    installation().feed.publish({ notes: { fr: ['Nouveau'] } })
    const engine = installation().startEngine()
    expect(await engine.find()).toMatchObject({ version: '0.2.0', notes: { fr: ['Nouveau'] } })
    const percents: number[] = []
    const path = await engine.fetch((percent) => percents.push(percent))
    expect(readFileSync(path).equals(installation().feed.installer)).toBe(true)
    expect(percents.at(-1)).toBe(100)
    expect(percents).toEqual(percents.toSorted((one, other) => one - other))
  })

  it('is fetched once, however often the app starts', async () => {
    installation().feed.publish()
    await installation().fetchFound()
    await installation().fetchFound()
    expect(installation().downloads()).toHaveLength(1)
  })

  it('with nothing newer offers nothing', async () => {
    installation().feed.publish()
    expect(await installation().find({ version: '0.2.0' })).toBeNull()
    expect(await installation().find({ version: '0.3.0' })).toBeNull()
  })

  it('counts where one of several keys has signed it', async () => {
    const next = keyPair()
    installation().feed.publish({}, next.privateKey)
    expect(
      await installation().find({ keys: [installation().feed.publicKey, next.publicKey] }),
    ).not.toBeNull()
  })

  it('does not offer again what did not open here', async () => {
    installation().feed.publish()
    await openKnownReleases(updatesFolder(installation().folder)).update({ refused: ['0.2.0'] })
    expect(await installation().find()).toBeNull()
    installation().feed.publish({ version: '0.2.1', releaseDate: '2026-12-02T08:00:00.000Z' })
    expect(await installation().find()).toMatchObject({ version: '0.2.1' })
  })

  it('learns nothing of who asks', async () => {
    installation().feed.publish()
    await installation().fetchFound()
    const id = readFileSync(join(updatesFolder(installation().folder), '.updaterId'), 'utf8')
    for (const { headers } of installation().feed.asked) {
      expect(JSON.stringify(headers)).not.toContain(id)
      expect(Object.keys(headers)).not.toContain('cookie')
      expect(Object.keys(headers)).not.toContain('x-user-staging-id')
    }
  })
})

describe('a staged roll-out', () => {
  it('reaches nobody at 0 and everybody at 100', async () => {
    installation().feed.publish({ stagingPercentage: 0 })
    expect(await installation().find()).toBeNull()
    installation().feed.publish({ stagingPercentage: 100 })
    expect(await installation().find()).not.toBeNull()
  })

  it('reaches some, and each of them at each start', async () => {
    installation().feed.publish({ stagingPercentage: 50 })
    const reached = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const own = join(installation().folder, `installation-${at}`)
        const first = await installation().find({ folder: own })
        const second = await installation().find({ folder: own })
        expect(second).toEqual(first)
        return first !== null
      }),
    )
    expect(new Set(reached)).toEqual(new Set([true, false]))
  })

  it.each([-1, 101, 1.5, 'all', null])('of %s percent is refused', async (stagingPercentage) => {
    installation().feed.publish({ stagingPercentage })
    expect(await troubleOf(installation().find())).toBe('update_feed_refused')
  })
})

describe('a feed that takes back what was announced', () => {
  const later = { version: '0.3.0', releaseDate: '2026-12-10T08:00:00.000Z' }

  it.each([
    ['an older version', firstRelease],
    ['an older version under a new date', { ...firstRelease, releaseDate: '2026-12-20T08:00:00Z' }],
    ['the same version as of earlier', { ...later, releaseDate: '2026-12-09T08:00:00Z' }],
    ['a newer version as of earlier', { version: '0.4.0', releaseDate: '2026-12-01T08:00:00Z' }],
  ])('is refused, though our key signed it: %s', async (_, old) => {
    installation().feed.publish(later)
    await installation().find()
    installation().feed.publish(old)
    expect(await troubleOf(installation().find())).toBe('update_feed_outdated')
  })

  it('is refused, though nothing was installed since', async () => {
    installation().feed.publish(later)
    expect(await installation().find({ version: '0.3.0' })).toBeNull()
    installation().feed.publish(firstRelease)
    expect(await troubleOf(installation().find({ version: '0.1.0' }))).toBe('update_feed_outdated')
  })

  it('may widen or stop a roll-out with a later date', async () => {
    installation().feed.publish({ ...later, stagingPercentage: 100 })
    await installation().find()
    installation().feed.publish({
      ...later,
      releaseDate: '2026-12-11T08:00:00Z',
      stagingPercentage: 0,
    })
    expect(await installation().find()).toBeNull()
  })
})
