/** The window's own rules. Electron's objects are the edge here: they cannot be had without it. */
import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { MenuCommand } from '../../../src/shared/contract/app/routes.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import {
  menuTemplate,
  type MenuOptions,
  menuTexts,
} from '../../../src/main/app/window/menu-template.ts'
import { contextMenuItems } from '../../../src/main/app/window/context-menu-items.ts'
import { reloadAfterCrash } from '../../../src/main/app/window/reload-after-crash.ts'

const allowed = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
}

type ContextMenuOptions = Parameters<typeof contextMenuItems>[0]
type Clicked = Pick<ContextMenuOptions, 'isEditable' | 'editFlags' | 'selectionText'> & {
  readonly linkURL?: string
  readonly pageURL?: string
}

/** The menu of a right click, in Dutch, and what has been copied through it. */
function rightClick(clicked: Clicked) {
  const copied: string[] = []
  const copyText = (text: string) => void copied.push(text)
  const items = contextMenuItems({
    linkURL: '',
    pageURL: '',
    ...clicked,
    texts: menuTexts.nl,
    copyText,
  })
  return { items, copied }
}

/** What can be chosen. */
const offered = (clicked: Clicked) =>
  rightClick(clicked)
    .items.filter(({ type, enabled }) => type !== 'separator' && enabled !== false)
    .map(({ label }) => label)

describe('a right click', () => {
  it('in a field offers what can be done there, in the person’s language', () => {
    const params = { isEditable: true, editFlags: allowed, selectionText: '' }
    const { undo, cut, copy, paste, selectAll } = menuTexts.nl
    expect(offered(params)).toEqual([undo, cut, copy, paste, selectAll])
  })

  it('in a password’s field offers to paste, and neither to cut nor to copy', () => {
    // What Chromium says of such a field.
    const editFlags = { ...allowed, canUndo: false, canCut: false, canCopy: false }
    const params = { isEditable: true, editFlags, selectionText: 'secret' }
    expect(offered(params)).toEqual([menuTexts.nl.paste, menuTexts.nl.selectAll])
  })

  it('on selected text offers to copy it, and elsewhere the link to the page', () => {
    const params = { isEditable: false, editFlags: allowed, selectionText: 'NL-17386' }
    expect(offered(params)).toEqual([menuTexts.nl.copy])
    const elsewhere = { ...params, selectionText: ' ' }
    expect(rightClick(elsewhere).items).toEqual([])
    const pageURL = 'app://services-online/servnet/limits?status=reduced'
    const { items, copied } = rightClick({ ...elsewhere, pageURL })
    expect(items.map(({ label }) => label)).toEqual([menuTexts.nl.copyPageLink])
    choose(items[0])
    expect(copied).toEqual(['atradius-services-online://open/servnet/limits?status=reduced'])
  })

  it.each([
    ['https://www.atradius.be/contact?a=1', 'https://www.atradius.be/contact?a=1'],
    ['mailto:info.be@atradius.com', 'info.be@atradius.com'],
    ['tel:081324211', '081324211'],
    ['mailto:caf%C3%A9@example.be', 'café@example.be'],
    ['mailto:100%25@example.be', '100%@example.be'],
    ['mailto:%E0%A4%A@example.be', '%E0%A4%A@example.be'],
    ['tel:%', '%'],
    ['app://services-online/insights', 'atradius-services-online://open/insights'],
    [
      'app://services-online/insights/buyers/B-1',
      'atradius-services-online://open/insights/buyers/B-1',
    ],
  ])('on the link %s offers its address as others can use it', (linkURL, address) => {
    const clicked = { isEditable: false, editFlags: allowed, selectionText: '', linkURL }
    expect(offered(clicked)).toEqual([menuTexts.nl.copyLink])
    const { items, copied } = rightClick(clicked)
    choose(items[0])
    expect(copied).toEqual([address])
  })

  it.each(['app://services-online/sign-in', 'javascript:alert(1)', 'file:///etc/passwd', ''])(
    'on the link “%s”, which leads nowhere from outside, offers nothing',
    (linkURL) => {
      const clicked = { isEditable: false, editFlags: allowed, selectionText: '', linkURL }
      expect(rightClick(clicked).items).toEqual([])
    },
  )
})

/** Chooses an item, as Electron does where it is one that may be chosen. */
function choose(item: MenuItemConstructorOptions | undefined): void {
  if (item?.click !== undefined && item.enabled !== false) Reflect.apply(item.click, undefined, [])
}

const session = {
  kind: 'ready',
  user: {
    username: 'marie.lambert',
    displayName: 'Marie Lambert',
    language: 'fr',
    services: ['servnet', 'collectnet'],
  },
} satisfies SessionView

/** The application menu: its items by the keys that choose them, and what they ask of the page. */
function applicationMenu(options: Partial<MenuOptions> = {}) {
  const commands: MenuCommand[] = []
  const locked: true[] = []
  const template = menuTemplate({
    language: 'nl',
    platform: 'win32',
    session,
    choose: (command) => void commands.push(command),
    lock: () => void locked.push(true),
    ...options,
  })
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const press = (keys: string) => choose(items.find(({ accelerator }) => accelerator === keys))
  return { template, items, press, commands, locked }
}

describe('the application menu', () => {
  it.each([
    ['F1', { kind: 'help' }],
    ['F5', { kind: 'refresh' }],
    ['CommandOrControl+,', { kind: 'profile' }],
    ['CommandOrControl+K', { kind: 'palette' }],
    ['CommandOrControl+1', { kind: 'service', service: 'servnet' }],
    ['Alt+Left', { kind: 'back' }],
    ['Alt+Right', { kind: 'forward' }],
  ])('%s asks the page for it', (keys, command) => {
    const { press, commands } = applicationMenu()
    press(keys)
    expect(commands).toEqual([command])
  })

  it('locks by its key, for who is signed in', () => {
    const { press, locked, commands } = applicationMenu()
    press('CommandOrControl+Shift+L')
    expect(locked).toEqual([true])
    expect(commands).toEqual([])
    const { username, displayName, language } = session.user
    const view: SessionView = {
      kind: 'locked',
      user: { username, displayName, language },
      reason: 'lock',
      password: 'own',
      waitsUntil: null,
      signedIn: false,
      waiting: 0,
    }
    for (const one of [view, { kind: 'signedOut', username: null, reason: 'none' } as const]) {
      const { items } = applicationMenu({ session: one })
      const item = items.find(({ accelerator }) => accelerator === 'CommandOrControl+Shift+L')
      expect(item?.enabled).toBe(false)
    }
  })

  it.each([
    ['Command+[', { kind: 'back' }],
    ['Command+]', { kind: 'forward' }],
  ])('on a Mac %s does, as Option with an arrow moves by words there', (keys, command) => {
    const { press, commands } = applicationMenu({ platform: 'darwin' })
    press(keys)
    press('Alt+Left')
    expect(commands).toEqual([command])
  })

  it('offers no service that is not granted, or that the app does not have yet', () => {
    const { press, commands } = applicationMenu()
    // Partners is not there; Insights is there and not granted.
    for (const number of [3, 4]) press(`CommandOrControl+${number}`)
    expect(commands).toEqual([])
  })

  it('opens no profile and no palette while nobody is signed in, and help all the same', () => {
    const signedOut: SessionView = { kind: 'signedOut', username: null, reason: 'none' }
    const { press, commands } = applicationMenu({ session: signedOut })
    for (const keys of ['CommandOrControl+,', 'CommandOrControl+K', 'CommandOrControl+1', 'F1']) {
      press(keys)
    }
    expect(commands).toEqual([{ kind: 'help' }])
  })

  it('has About and the preferences where each system’s users look for them', () => {
    const { about, preferences, help, file } = menuTexts.nl
    const placesOn = (platform: NodeJS.Platform) =>
      [about, preferences].map((wanted) =>
        applicationMenu({ platform }).template.findIndex(
          ({ submenu }) => Array.isArray(submenu) && submenu.some(({ label }) => label === wanted),
        ),
      )
    expect(placesOn('darwin')).toEqual([0, 0])
    const labels = applicationMenu().template.map(({ label }) => label)
    expect(placesOn('win32')).toEqual([labels.indexOf(help), labels.indexOf(file)])
  })
})

/** A page whose process ends as a test says, at the times that it says. */
function openPage() {
  const events = new EventEmitter()
  const seen: string[] = []
  let time = 0
  const contents = {
    on: (name: string, listener: (event: unknown, details: { reason: string }) => void) =>
      events.on(name, listener),
    isDestroyed: () => false,
    reload: () => void seen.push('reload'),
  }
  reloadAfterCrash(
    contents,
    (reason) => void seen.push(reason),
    () => time,
  )
  return {
    seen,
    goes: async (reason: string, at: number) => {
      time = at
      events.emit('render-process-gone', {}, { reason })
      await setImmediate()
    },
  }
}

describe('a page that is gone', () => {
  it('is loaded again, also after another crash much later', async () => {
    const { seen, goes } = openPage()
    await goes('crashed', 1_000)
    await goes('oom', 60_000)
    expect(seen).toEqual(['crashed', 'reload', 'oom', 'reload'])
  })

  it('is left alone where it crashes again at once, or was closed', async () => {
    const { seen, goes } = openPage()
    await goes('crashed', 1_000)
    await goes('crashed', 2_000)
    await goes('crashed', 3_000)
    await goes('clean-exit', 60_000)
    expect(seen).toEqual(['crashed', 'reload', 'crashed', 'crashed'])
  })
})
