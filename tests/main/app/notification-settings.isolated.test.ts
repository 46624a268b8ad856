/** What is told by the person's switches, and in and after their hours of quiet. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  firstNotificationSettings,
  notificationKinds,
  type QuietHours,
} from '../../../src/shared/contract/app/notifications.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { endOfQuiet } from '../../../src/main/app/quiet-hours.ts'
import {
  cut,
  decision,
  message,
  rating,
  resetWorld,
  start,
  world,
} from '../support/notification-world.ts'

beforeEach(resetWorld)

/** A Friday in winter, by the clock of wherever this runs. */
const friday = (hours: number, minutes = 0) => new Date(2026, 10, 27, hours, minutes).getTime()

describe('a switch', () => {
  it.each(notificationKinds)(
    'that is off keeps %s from being told, then and later',
    async (kind) => {
      const { kinds, quiet } = firstNotificationSettings
      const notifications = start()
      await notifications.handlers['notifications.save']({
        quiet,
        kinds: { ...kinds, [kind]: false },
      })
      world.news = [decision('1'), cut('2'), rating('3')]
      const others = [message('4')]
      await notifications.look(['alerts'])
      world.news = [...others, ...world.news]
      await notifications.look(['messages'])
      expect(world.shown).toHaveLength(3)
      // Turned on, it tells of what comes from then on.
      await notifications.handlers['notifications.save'](firstNotificationSettings)
      expect(world.shown).toHaveLength(3)
    },
  )

  it('is read as it was saved', async () => {
    const quiet = { isOn: true, from: '18:00', to: '06:00', weekends: false }
    const settings = { ...firstNotificationSettings, quiet }
    const { handlers } = start()
    expect(await handlers['notifications.read']({})).toEqual(success(firstNotificationSettings))
    await handlers['notifications.save'](settings)
    expect(await start().handlers['notifications.read']({})).toEqual(success(settings))
  })
})

describe('hours of quiet', () => {
  const quiet: QuietHours = { isOn: true, from: '19:00', to: '07:30', weekends: false }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    world.kept.set('notification-settings', { ...firstNotificationSettings, quiet })
  })
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['before they begin', quiet, friday(18, 59), null],
    ['as they begin', quiet, friday(19), friday(31, 30)],
    ['in the morning', quiet, friday(7, 29), friday(7, 30)],
    ['as they end', quiet, friday(7, 30), null],
    ['within one day', { ...quiet, from: '12:00', to: '13:00' }, friday(12, 30), friday(13)],
    ['over a weekend', { ...quiet, weekends: true }, friday(20), friday(72 + 7, 30)],
    ['on a Saturday at noon', { ...quiet, weekends: true }, friday(36), friday(72 + 7, 30)],
    ['that end at midnight', { ...quiet, to: '00:00', weekends: true }, friday(36), friday(72)],
    ['that are off', { ...quiet, isOn: false, weekends: true }, friday(36), null],
  ])('%s', (_when, hours, now, end) => {
    expect(endOfQuiet(hours, now)).toBe(end)
  })

  it('what comes in them is told once and together as they end, also by another run', async () => {
    vi.setSystemTime(friday(22))
    const notifications = start()
    world.news = [decision('1')]
    await notifications.look(['applications'])
    world.news = [cut('2'), ...world.news]
    await notifications.look(['alerts'])
    expect(world.shown).toEqual([])
    notifications.close()
    // The app starts again in the night, and the morning comes.
    const again = start()
    await again.resume()
    expect(world.shown).toEqual([])
    await vi.advanceTimersByTimeAsync(friday(31, 30) - friday(22))
    await again.look(['alerts'])
    expect(world.shown).toMatchObject([{ title: '2 nouveautés' }])
    vi.setSystemTime(friday(33))
    world.news = [decision('3'), ...world.news]
    await again.look(['applications'])
    expect(world.shown).toHaveLength(2)
    again.close()
  })

  it('that ended while the app did not run are told of at the next start', async () => {
    vi.setSystemTime(friday(22))
    world.news = [decision('1'), decision('2')]
    const notifications = start()
    await notifications.look(['applications'])
    notifications.close()
    vi.setSystemTime(friday(32))
    await start().resume()
    await start().resume()
    expect(world.shown).toMatchObject([{ title: '2 décisions sont arrivées' }])
  })

  it('tell of nothing that the person has seen or ticked meanwhile', async () => {
    vi.setSystemTime(friday(22))
    const notifications = start()
    world.news = [decision('1'), cut('2')]
    await notifications.look(['alerts'])
    world.path = '/servnet/applications'
    await notifications.look(['applications'])
    world.path = null
    world.news = [decision('1'), { ...cut('2'), isTicked: true }]
    await vi.advanceTimersByTimeAsync(friday(31, 30) - friday(22))
    await notifications.resume()
    expect(world.shown).toEqual([])
    notifications.close()
  })
})
