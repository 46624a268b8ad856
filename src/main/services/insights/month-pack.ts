/** The month pack as a file: the page that the person sees, printed, where they want to have it. */
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import { pageAddresses } from '../../../shared/pages.ts'
import type { Language } from '../../../shared/languages.ts'
import { writeChosenStream, type AskWhereToSave } from '../../platform/files/chosen-file.ts'
import { storageFailure } from '../../platform/files/write-file.ts'
import type { Log } from '../../platform/log/log.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { PaperTexts } from './month-pack-texts.ts'

export type PrintedPage = {
  /** Of the page that is meant. */
  readonly path: string
  /** HTML beneath each sheet, as Chromium takes it: `pageNumber`, `totalPages`. */
  readonly footer: string
}

/** Makes a PDF of what the window shows; rejects where it shows another page than the one that is meant. */
export type PrintPage = (page: PrintedPage) => Promise<Uint8Array>

export type SaveMonthPack = (input: {
  readonly month: string
}) => Promise<Result<RouteOutput<'insights.saveMonthPack'>>>

/**
 * The handler of `insights.saveMonthPack`; `unauthenticated` where nobody is signed in. It prints before it
 * asks: the page may be another one, or locked, by the time that the person has answered.
 */
export function createSaveMonthPack(options: {
  readonly session: Pick<SessionService, 'view'>
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
  readonly printPage: PrintPage
  readonly log: Pick<Log, 'failed'>
}): SaveMonthPack {
  const { session, language, askWhereToSave, printPage, log } = options

  async function print(texts: PaperTexts): Promise<Uint8Array | null> {
    try {
      return await printPage({ path: pageAddresses.monthPack, footer: footerOf(texts) })
    } catch (error) {
      log.failed('month pack not printed', error)
      return null
    }
  }

  return async function saveMonthPack({ month }) {
    if (session.view().kind !== 'ready') return failure({ code: 'unauthenticated' })
    // Loaded when it is needed: the words of six languages are most of what it takes.
    const { monthPackFileTexts } = await import('./month-pack-texts.ts')
    const texts = monthPackFileTexts[language()]
    const content = await print(texts)
    if (content === null) return failure({ code: 'page_not_printed' })
    const path = await askWhereToSave({
      fileName: `${texts.name}-${month}.pdf`,
      kind: 'PDF',
      extension: 'pdf',
    })
    if (path === null) return success({ kind: 'cancelled' })
    try {
      await writeChosenStream(path, whole(content))
    } catch (error) {
      return failure(storageFailure(error))
    }
    return success({ kind: 'saved', path })
  }
}

async function* whole(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

/** Chromium makes a document of its own of it, which has none of the page's styles. */
function footerOf({ footer }: PaperTexts): string {
  const style =
    'display:flex;justify-content:space-between;width:100%;margin:0 0.6in;color:#555c69;font:7pt system-ui,sans-serif'
  const page = '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span>'
  return `<div style="${style}"><span>${escaped(footer)}</span>${page}</div>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
