/** `Menu`: Chromium's window has no menu bar of ours; what counts of the menu is its shortcuts. */
import { EventEmitter } from 'node:events'
import type { Menu as ElectronMenu } from 'electron'

type MenuTemplate = Parameters<typeof ElectronMenu.buildFromTemplate>[0]

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

/** The roles of the application menu: each brings its shortcut. */
export function menuRoles(): string[] {
  return rolesIn(Menu.getApplicationMenu()?.template ?? [])
}

function rolesIn(template: MenuTemplate): string[] {
  return template.flatMap((item) => {
    const { submenu } = item
    const inner = Array.isArray(submenu) ? rolesIn(submenu) : []
    return 'role' in item && item.role !== undefined ? [item.role, ...inner] : inner
  })
}
