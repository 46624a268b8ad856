/** `Menu`: Chromium's window has no menu bar of ours; what counts of the menu is its shortcuts. */
import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'

type MenuTemplate = MenuItemConstructorOptions[]
type Item = MenuItemConstructorOptions

/** Told of each new application menu. */
export const menuChanges = new EventEmitter<{ changed: [] }>()

export class Menu {
  readonly template: MenuTemplate
  static #application: Menu | null = null

  constructor(template: MenuTemplate) {
    this.template = template
  }

  static buildFromTemplate(template: MenuTemplate): Menu {
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
    menuChanges.emit('changed')
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
}

/** A combination of keys as the page hears it. `command` is Ctrl, or the command key. */
export type Shortcut = {
  readonly accelerator: string
  readonly key: string
  readonly command: boolean
  readonly alt: boolean
}

/** The roles of the application menu, each of which brings its shortcut, and the shortcuts of the rest. */
export function menuShortcuts(): { roles: string[]; shortcuts: Shortcut[] } {
  const items = itemsIn(Menu.getApplicationMenu()?.template ?? [])
  return {
    roles: items.flatMap(({ role }) => (role === undefined ? [] : [role])),
    shortcuts: items.flatMap(({ role, accelerator, enabled }) =>
      role === undefined && accelerator !== undefined && enabled !== false
        ? [shortcutOf(accelerator)]
        : [],
    ),
  }
}

/** Chooses the item with that shortcut, as a press of its keys does. */
export function pressShortcut(accelerator: string): void {
  const items = itemsIn(Menu.getApplicationMenu()?.template ?? [])
  const item = items.find((one) => one.accelerator === accelerator && one.enabled !== false)
  // The app's items look at nothing of what Electron passes.
  if (item?.click !== undefined) Reflect.apply(item.click, undefined, [])
}

function itemsIn(template: MenuTemplate): Item[] {
  return template.flatMap((item) => {
    const inner = Array.isArray(item.submenu) ? itemsIn(item.submenu) : []
    return 'role' in item || 'click' in item ? [item, ...inner] : inner
  })
}

const keyNames: Readonly<Record<string, string>> = { Left: 'ArrowLeft', Right: 'ArrowRight' }

function shortcutOf(accelerator: string): Shortcut {
  const parts = accelerator.split('+')
  const name = parts.at(-1) ?? ''
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
  return {
    accelerator,
    key: keyNames[name] ?? name,
    command: has('CommandOrControl') || has('Command') || has('Control'),
    alt: has('Alt'),
  }
}
