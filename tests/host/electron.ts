/** What `import … from 'electron'` means where Electron's binary is not there. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { clipboard, dialog, nativeTheme, screen, shell } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { net } from './net.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
