/**
 * What lies over the page while the app locks: a view of one colour, which is there before the page
 * has heard of it. The pictures that the system takes of windows, for its task switcher say, show
 * nothing for as long as the app is locked: the last one may be from before.
 */
import { View, type BrowserWindow } from 'electron'
import type { Cover } from '../../lock/lock-service.ts'

/** The ground of the lock's page. */
const night = '#0d1015'

/** @param windowNow the open window; null where there is none */
export function createCover(windowNow: () => BrowserWindow | null): Cover {
  let lying: { readonly view: View; readonly window: BrowserWindow } | null = null

  function openWindow(): BrowserWindow | null {
    const window = windowNow()
    return window === null || window.isDestroyed() ? null : window
  }

  function fit(): void {
    if (lying === null || lying.window.isDestroyed()) return
    const [width = 0, height = 0] = lying.window.getContentSize()
    lying.view.setBounds({ x: 0, y: 0, width, height })
  }

  function remove(): void {
    if (lying === null) return
    const { view, window } = lying
    lying = null
    if (window.isDestroyed()) return
    window.off('resize', fit)
    window.contentView.removeChildView(view)
  }

  return {
    hide() {
      const window = openWindow()
      if (window === null) return
      window.setContentProtection(true)
      if (lying !== null) return
      const view = new View()
      view.setBackgroundColor(night)
      lying = { view, window }
      fit()
      window.contentView.addChildView(view)
      window.on('resize', fit)
    },
    show: remove,
    lift() {
      remove()
      openWindow()?.setContentProtection(false)
    },
  }
}
