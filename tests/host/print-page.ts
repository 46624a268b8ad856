/** `printToPDF`: Chromium's own printing, asked for in the words of its protocol. */
import type { PrintToPDFOptions } from 'electron'
import type { Page } from 'playwright-core'

/** In inches, as Electron's A4. */
const a4 = { paperWidth: 8.27, paperHeight: 11.69 }

/** Rejects what this host does not pass on, rather than print something else. */
export async function printPage(page: Page, options: PrintToPDFOptions): Promise<Buffer> {
  const {
    pageSize,
    margins = {},
    printBackground = false,
    generateTaggedPDF = false,
    generateDocumentOutline = false,
    displayHeaderFooter = false,
    headerTemplate = '',
    footerTemplate = '',
    ...others
  } = options
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new Error(`tests/host prints without ${unknown}`)
  if (pageSize !== 'A4') throw new Error('tests/host prints on A4')
  const session = await page.context().newCDPSession(page)
  try {
    const { data } = await session.send('Page.printToPDF', {
      ...a4,
      marginTop: margins.top ?? 0.4,
      marginBottom: margins.bottom ?? 0.4,
      marginLeft: margins.left ?? 0.4,
      marginRight: margins.right ?? 0.4,
      printBackground,
      generateTaggedPDF,
      generateDocumentOutline,
      displayHeaderFooter,
      headerTemplate,
      footerTemplate,
    })
    return Buffer.from(data, 'base64')
  } finally {
    await session.detach()
  }
}
