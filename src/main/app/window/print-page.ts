/** What the window shows, on paper of the size A4. */
import { BrowserWindow } from 'electron'
import type { PrintPage } from '../../services/insights/month-pack.ts'

/** Room around what is printed, in inches; the page's own style has the same. */
const margins = { top: 0.55, bottom: 0.75, left: 0.6, right: 0.6 }

/** The page that the window is on, as its style for print has it, tagged for who reads by ear. */
export const printPage: PrintPage = async ({ path, footer }) => {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) throw new Error('There is no window to print')
  const shown = URL.parse(window.webContents.getURL())?.pathname ?? null
  if (shown !== path) throw new Error('The window is on another page than the one to print')
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    // Left out, Chromium writes the time and the title there.
    headerTemplate: '<span></span>',
    footerTemplate: footer,
  })
}
