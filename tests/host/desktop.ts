/** What Electron asks of the desktop: links, boxes, menus, colours. */
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type {
  Clipboard,
  Dialog,
  Display,
  NativeTheme,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron'
import { settings } from './settings.ts'

export const shell: Pick<Shell, 'openExternal' | 'openPath'> = {
  openPath: async (file) => {
    if (settings.opensNothing) return 'no application knows how'
    console.log(`host: opened the file ${file}`)
    if (!settings.headless) spawn('xdg-open', [file], { detached: true, stdio: 'ignore' }).unref()
    return ''
  },
  openExternal: async (url) => {
    if (settings.opensNothing) throw new Error('Failed to open: no application knows how')
    // Tests read this line; a person at a display gets their browser.
    console.log(`host: opened ${url}`)
    if (!settings.headless) spawn('xdg-open', [url], { detached: true, stdio: 'ignore' }).unref()
  },
}

/** Tests read this line; the real clipboard is the person's. */
export const clipboard: Pick<Clipboard, 'writeText'> = {
  writeText: async (text) => console.log(`host: copied ${JSON.stringify(text)}`),
}

/** A person's answer to "where to": the folder that a test names, under the name that was offered. */
async function showSaveDialog(
  ...args: [options: SaveDialogOptions] | [window: unknown, options: SaveDialogOptions]
): Promise<SaveDialogReturnValue> {
  const { defaultPath = '' } = args.length === 1 ? args[0] : args[1]
  console.log(`host: asked where to save ${defaultPath}`)
  return settings.saveFolder === null
    ? { canceled: true, filePath: '' }
    : { canceled: false, filePath: path.join(settings.saveFolder, path.basename(defaultPath)) }
}

/** A person's answer to "which": the files that a test names. */
async function showOpenDialog(): Promise<OpenDialogReturnValue> {
  const filePaths = [...settings.chosenFiles]
  return { canceled: filePaths.length === 0, filePaths }
}

export const dialog: Pick<Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'> = {
  showErrorBox: (title, content) => {
    console.error(`host: ${title}\n${content}`)
  },
  showOpenDialog,
  showSaveDialog,
}

class HostTheme extends EventEmitter implements Pick<NativeTheme, 'shouldUseDarkColors'> {
  readonly shouldUseDarkColors = process.argv.includes('--force-dark-mode')
}
export const nativeTheme = new HostTheme()

/** One screen, as large as a common one: Chromium keeps its window on the real one by itself. */
const area = { x: 0, y: 0, width: 1600, height: 1200 }
export const screen: { getAllDisplays: () => Pick<Display, 'workArea' | 'bounds'>[] } = {
  getAllDisplays: () => [{ workArea: area, bounds: area }],
}
