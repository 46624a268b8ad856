/** The application menu, in the person's language: editing, zoom, and the way out. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../../shared/languages.ts'
import { menuTexts } from './menu-texts.ts'

/** @param platform macOS puts the app's own menu first */
export function setApplicationMenu(language: Language, platform: NodeJS.Platform): void {
  const texts = menuTexts[language]
  const template: MenuItemConstructorOptions[] = [
    platform === 'darwin'
      ? {
          role: 'appMenu',
          submenu: [
            { role: 'about', label: texts.about },
            { type: 'separator' },
            { role: 'hide', label: texts.hide },
            { role: 'hideOthers', label: texts.hideOthers },
            { role: 'unhide', label: texts.showAll },
            { type: 'separator' },
            { role: 'quit', label: texts.quit },
          ],
        }
      : { label: texts.file, submenu: [{ role: 'quit', label: texts.quit }] },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'zoomIn', label: texts.zoomIn },
        // Ctrl with "+" needs Shift on some keyboards and not on others: both work.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.actualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    {
      label: texts.window,
      submenu: [
        { role: 'minimize', label: texts.minimize },
        { role: 'close', label: texts.close },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
