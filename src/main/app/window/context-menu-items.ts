import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { menu } from '../../../shared/i18n/fr/menu.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'

/**
 * What a right click or the menu key offers: editing in a field, copying what is selected, and
 * nothing elsewhere. Chromium itself forbids cutting and copying a password.
 */
export function contextMenuItems(
  {
    isEditable,
    editFlags,
    selectionText,
  }: Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText'>,
  texts: Texts<typeof menu>,
): MenuItemConstructorOptions[] {
  const copy = { role: 'copy', label: texts.copy, enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
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
