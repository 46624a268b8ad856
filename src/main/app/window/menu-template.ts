/**
 * The application menu, in the person's language, where each system's users look for things. Made
 * anew when another language is chosen or the session changes.
 */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../../shared/contract/app/routes.ts'
import type { SessionView } from '../../../shared/contract/identity/sessions.ts'
import { type menu, menu as fr } from '../../../shared/i18n/fr/menu.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'
import { serviceIds } from '../../../shared/services.ts'
import { menu as de } from '../../../shared/i18n/de/menu.ts'
import { menu as en } from '../../../shared/i18n/en/menu.ts'
import { menu as es } from '../../../shared/i18n/es/menu.ts'
import { menu as it } from '../../../shared/i18n/it/menu.ts'
import { menu as nl } from '../../../shared/i18n/nl/menu.ts'

export type MenuOptions = {
  readonly language: Language
  readonly platform: NodeJS.Platform
  /** What of the app is open: the services of whoever is signed in, and their profile. */
  readonly session: SessionView
  /** Told of what the page has to do. */
  readonly choose: (command: MenuCommand) => void
  readonly lock: () => void
}

type Item = MenuItemConstructorOptions
type MenuPart = MenuOptions & { readonly texts: Texts<typeof menu>; readonly onMac: boolean }

const separator: Item = { type: 'separator' }

/** The menu as Electron takes it: macOS puts the app's own menu first, the others help last. */
export function menuTemplate(options: MenuOptions): Item[] {
  const part = {
    ...options,
    texts: menuTexts[options.language],
    onMac: options.platform === 'darwin',
  }
  return [
    part.onMac ? appMenu(part) : fileMenu(part),
    editMenu(part),
    viewMenu(part),
    goMenu(part),
    windowMenu(part),
    helpMenu(part),
  ]
}

const about = ({ texts, choose }: MenuPart): Item => ({
  label: texts.about,
  click: () => choose({ kind: 'about' }),
})

const preferences = ({ texts, choose, session }: MenuPart): Item => ({
  label: texts.preferences,
  accelerator: 'CommandOrControl+,',
  enabled: session.kind === 'ready',
  click: () => choose({ kind: 'profile' }),
})

/** For whoever is signed in; the lock's own page has nothing to lock. */
const lockItem = ({ texts, lock, session }: MenuPart): Item => ({
  label: texts.lock,
  accelerator: 'CommandOrControl+Shift+L',
  enabled: session.kind !== 'signedOut' && session.kind !== 'locked',
  click: lock,
})

function appMenu(part: MenuPart): Item {
  const { texts } = part
  return {
    role: 'appMenu',
    submenu: [
      about(part),
      separator,
      preferences(part),
      lockItem(part),
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  }
}

function fileMenu(part: MenuPart): Item {
  const { texts } = part
  return {
    label: texts.file,
    submenu: [preferences(part), lockItem(part), separator, { role: 'quit', label: texts.quit }],
  }
}

function editMenu({ texts }: MenuPart): Item {
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
    ],
  }
}

function viewMenu({ texts, choose }: MenuPart): Item {
  const refresh = () => choose({ kind: 'refresh' })
  return {
    label: texts.view,
    submenu: [
      { label: texts.refresh, accelerator: 'F5', click: refresh },
      separator,
      { role: 'zoomIn', label: texts.zoomIn },
      // Ctrl with "+" needs Shift on some keyboards and not on others: both work.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'resetZoom', label: texts.actualSize },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
    ],
  }
}

/** The palette; the services by number, in the guide's order, whichever of them are granted; back and forward. */
function goMenu({ texts, choose, session, onMac }: MenuPart): Item {
  const granted = session.kind === 'ready' ? session.user.services : []
  const services = serviceIds.map((service, index): Item => ({
    label: texts.services[service],
    accelerator: `CommandOrControl+${index + 1}`,
    enabled: granted.includes(service),
    click: () => choose({ kind: 'service', service }),
  }))
  const palette: Item = {
    label: texts.palette,
    accelerator: 'CommandOrControl+K',
    enabled: session.kind === 'ready',
    click: () => choose({ kind: 'palette' }),
  }
  return {
    label: texts.go,
    submenu: [
      palette,
      separator,
      ...services,
      separator,
      {
        label: texts.back,
        accelerator: onMac ? 'Command+[' : 'Alt+Left',
        click: () => choose({ kind: 'back' }),
      },
      {
        label: texts.forward,
        accelerator: onMac ? 'Command+]' : 'Alt+Right',
        click: () => choose({ kind: 'forward' }),
      },
      separator,
      {
        label: texts.copyPageLink,
        enabled: session.kind === 'ready',
        click: () => choose({ kind: 'copyLink' }),
      },
    ],
  }
}

function windowMenu({ texts }: MenuPart): Item {
  return {
    label: texts.window,
    submenu: [
      { role: 'minimize', label: texts.minimize },
      { role: 'close', label: texts.close },
    ],
  }
}

function helpMenu(part: MenuPart): Item {
  const { texts, choose, onMac } = part
  const appHelp: Item = {
    label: texts.appHelp,
    accelerator: 'F1',
    click: () => choose({ kind: 'help' }),
  }
  return {
    role: 'help',
    label: texts.help,
    submenu: onMac ? [appHelp] : [appHelp, separator, about(part)],
  }
}

/** All six are in main's bundle: a menu is a few hundred bytes, and switching is immediate. */
export const menuTexts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }
