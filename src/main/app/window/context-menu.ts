import { clipboard, Menu, type BrowserWindow, type ContextMenuParams } from 'electron'
import type { Language } from '../../../shared/languages.ts'
import { contextMenuItems } from './context-menu-items.ts'
import { menuTexts } from './menu-template.ts'

function writeToClipboard(text: string): void {
  void clipboard.writeText(text)
}

/** Without naming the frame: the system's writing tools have no business with what is typed here. */
export function showContextMenu(
  window: BrowserWindow,
  params: ContextMenuParams,
  language: Language,
): void {
  const items = contextMenuItems({
    ...params,
    texts: menuTexts[language],
    copyText: writeToClipboard,
  })
  if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
}
