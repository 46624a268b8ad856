import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { SaveQuestion } from '../../services/identity/security/export-events.ts'

/** The system's own box, over the window; null where the person closes it. */
export async function askWhereToSave(question: SaveQuestion): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const options = {
    defaultPath: join(app.getPath('documents'), question.fileName),
    filters: [{ name: question.kind, extensions: [question.extension] }],
  }
  const answer = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}
