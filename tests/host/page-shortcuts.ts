import type { Shortcut } from './menu.ts'

/**
 * Electron has the shortcuts of the application menu and no others; Chromium's windows bring some of
 * their own (reload, print, history, zoom), which are swallowed here. Editing in a field is the
 * page's own and stays. Its source text runs in the page: it may use nothing from outside itself.
 * @param press chooses the menu's item with a shortcut that is no role's
 * @returns takes what the menu has by now
 */
export function swallowShortcuts(
  press: (accelerator: string) => void,
): (menu: { roles: readonly string[]; shortcuts: readonly Shortcut[] }) => void {
  let present: readonly string[] = []
  let shortcuts: readonly Shortcut[] = []
  /** What a combination does in Chromium, by the menu's role for it; null has no role here. */
  // oxlint-disable-next-line consistent-function-scoping -- the page has only what is in here
  const roleOf = ({ key, altKey }: KeyboardEvent, withCommand: boolean): string | null => {
    if (/^F\d+$/.test(key)) return key === 'F11' ? 'togglefullscreen' : 'none'
    if (altKey && /^(?:ArrowLeft|ArrowRight|Home)$/.test(key)) return 'none'
    if (!withCommand) return null
    if (key === '+' || key === '=') return 'zoomIn'
    if (key === '-') return 'zoomOut'
    if (key === '0') return 'resetZoom'
    if (/^w$/i.test(key)) return 'close'
    return /^[a-z]$/i.test(key) && !/^[acvxyz]$/i.test(key) ? 'none' : null
  }
  // oxlint-disable-next-line consistent-function-scoping -- the page has only what is in here
  const shortcutFor = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) =>
    shortcuts.find(
      (one) => one.key === key && one.alt === altKey && one.command === (ctrlKey || metaKey),
    )
  // Last of all: what the page takes for itself is none of the menu's.
  addEventListener('keydown', (event) => {
    const shortcut = shortcutFor(event)
    if (shortcut === undefined || event.defaultPrevented) return
    event.preventDefault()
    press(shortcut.accelerator)
  })
  addEventListener(
    'keydown',
    (event) => {
      if (shortcutFor(event) !== undefined) return
      const role = roleOf(event, event.ctrlKey || event.metaKey)
      if (role !== null && !present.includes(role)) event.preventDefault()
    },
    { capture: true },
  )
  return (menu) => {
    present = menu.roles
    shortcuts = menu.shortcuts
  }
}
