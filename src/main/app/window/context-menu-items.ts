import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { menu } from '../../../shared/i18n/fr/menu.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import { isAppUrl } from '../../ipc/app-origin.ts'
import { deepLinkTo } from '../deep-link.ts'

export type ContextMenuOptions = Pick<
  ContextMenuParams,
  'isEditable' | 'editFlags' | 'selectionText' | 'linkURL' | 'pageURL'
> & {
  readonly texts: Texts<typeof menu>
  /** Puts a text into the clipboard. */
  readonly copyText: (text: string) => void
}

/**
 * What a right click or the menu key offers: editing in a field, copying what is selected or where
 * a link leads, and elsewhere the link to the page. Chromium itself forbids cutting and copying a password.
 */
export function contextMenuItems(options: ContextMenuOptions): MenuItemConstructorOptions[] {
  const { isEditable, editFlags, selectionText, linkURL, pageURL, texts, copyText } = options
  const copy = { role: 'copy', label: texts.copy, enabled: editFlags.canCopy } as const
  if (!isEditable) {
    const isSelected = selectionText.trim() !== ''
    const address = addressOf(linkURL)
    const page = isSelected || linkURL !== '' ? null : addressOf(pageURL)
    return [
      ...(isSelected ? [copy] : []),
      ...(address === null ? [] : [{ label: texts.copyLink, click: () => copyText(address) }]),
      ...(page === null ? [] : [{ label: texts.copyPageLink, click: () => copyText(page) }]),
    ]
  }
  return [
    { role: 'undo', label: texts.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: texts.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: texts.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: texts.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: texts.selectAll, enabled: editFlags.canSelectAll },
  ]
}

/**
 * A link's address as others can use it: a page of the web, an e-mail address or a telephone number
 * by itself, a page of the app as the link that opens it. Null for those of the app that lead nowhere
 * from outside.
 */
function addressOf(linkUrl: string): string | null {
  const url = URL.parse(linkUrl)
  if (url === null) return null
  if (isAppUrl(linkUrl)) return deepLinkTo(url.pathname, url.search)
  if (url.protocol === 'https:') return url.href
  return ['mailto:', 'tel:'].includes(url.protocol) ? decoded(url.pathname) : null
}

/** As people write it; what is no valid encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
