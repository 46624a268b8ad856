/** What the system asks for, through the stand-in for Electron's `app`. */
import { expect, it } from 'vitest'
import { listenToSystem, type SystemServices } from '../../../src/main/app/system-events.ts'
import { app } from '../../host/app.ts'
import { preventableEvent } from '../../host/events.ts'

const link = 'atradius-services-online://open/insights'

it('waits with a window until the app is ready, and with a link until it can be followed', async () => {
  const seen: string[] = []
  const loaded = Promise.withResolvers<SystemServices>()
  listenToSystem(app, 'darwin', loaded.promise, () => void seen.push('to front'))

  // macOS says so while the app starts, and hands over the link that it was started with.
  app.emit('activate', preventableEvent(), false)
  const opened = preventableEvent()
  app.emit('open-url', opened, link)
  expect(opened.defaultPrevented).toBe(true)
  expect(seen).toEqual([])

  app.becomeReady()
  loaded.resolve({
    follow: (url) => void seen.push(url),
    startedAgain: (args) => void seen.push(...args),
    close: async () => undefined,
    updates: { installAtEnd: async () => undefined, forgo: () => undefined },
  })
  await loaded.promise
  expect(seen).toEqual([link])

  app.emit('activate', preventableEvent(), false)
  app.emit('second-instance', preventableEvent(), ['again'], '/', null)
  await loaded.promise
  expect(seen).toEqual([link, 'to front', 'to front', 'again'])

  // Where an app outlives its windows.
  app.lastWindowClosed()
  expect(app.isReady()).toBe(true)
})
