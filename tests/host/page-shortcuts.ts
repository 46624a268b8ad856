/**
 * Electron has the shortcuts of the application menu and no others; Chromium's windows bring some of
 * their own (reload, print, history, zoom), which are swallowed here. Editing in a field is the
 * page's own and stays. Its source text runs in the page: it may use nothing from outside itself.
 * @returns takes the roles that the menu has by now
 */
export function swallowShortcuts(): (roles: readonly string[]) => void {
  let present: readonly string[] = []
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
  addEventListener(
    'keydown',
    (event) => {
      const role = roleOf(event, event.ctrlKey || event.metaKey)
      if (role !== null && !present.includes(role)) event.preventDefault()
    },
    { capture: true },
  )
  return (roles) => {
    present = roles
  }
}
