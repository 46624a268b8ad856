/** What the app says through the system: taken back by who leaves, and what counts as seen meanwhile. */
import { expect, it, vi } from 'vitest'
import { createDesktop } from '../../../src/main/app/desktop.ts'

const shown = vi.hoisted(() => [] as { readonly close: ReturnType<typeof vi.fn> }[])
vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  class Notification extends EventEmitter {
    static isSupported = () => true
    readonly close = vi.fn(() => this.emit('close'))
    show = () => void shown.push(this)
  }
  return { Notification }
})

const toFront = async () => undefined
const desktopAt = (url: string) =>
  createDesktop(
    () => ({ isDestroyed: () => false, isFocused: () => true, webContents: { getURL: () => url } }),
    toFront,
  )

it.each([
  ['https://app.invalid/insights', '/insights'],
  ['https://app.invalid/insights?sort=name', '/insights'],
  ['https://app.invalid/insights?client=orsted', null],
])('of the page at %s news are seen as on %s', (url, path) => {
  expect(desktopAt(url).seenPath()).toBe(path)
})

it('takes back, once, what the system still shows', () => {
  const desktop = desktopAt('https://app.invalid/servnet')
  for (const title of ['Décision', 'Message']) desktop.notify({ title, body: '', onClick: vi.fn() })
  desktop.withdraw()
  desktop.withdraw()
  expect(shown.map(({ close }) => close.mock.calls.length)).toEqual([1, 1])
})
