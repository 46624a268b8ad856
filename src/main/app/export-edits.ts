/** Writes what waits to be sent to a file that the person chooses: nothing that is lost is lost unseen. */
import { basename } from 'node:path'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { RouteOutput } from '../../shared/contract/routes.ts'
import type { Language } from '../../shared/languages.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { writeChosenFile, type AskWhereToSave } from '../platform/files/chosen-file.ts'
import { storageFailure } from '../platform/files/write-file.ts'
import { signedInName } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'

export type ExportEdits = () => Promise<Result<RouteOutput<'outbox.export'>>>

/** The handler of `outbox.export`; `unauthenticated` where nobody is signed in. */
export function createExportEdits(options: {
  readonly outbox: Outbox
  readonly session: SessionService
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
}): ExportEdits {
  const { outbox, session, language, askWhereToSave } = options
  return async function exportEdits() {
    const username = signedInName(session.view())
    if (username === null) return failure({ code: 'unauthenticated' })
    const items = await outbox.items()
    // Loaded when it is needed: the words of six languages are most of what it takes.
    const { editsText, titleIn } = await import('./edits-file.ts')
    const at = new Date()
    const path = await askWhereToSave({
      fileName: `${titleIn(language())} ${at.toISOString().slice(0, 10)}.txt`,
      kind: 'TXT',
      extension: 'txt',
    })
    if (path === null) return success({ kind: 'cancelled' })
    try {
      await writeChosenFile(path, editsText(items, { language: language(), username, at }))
    } catch (error) {
      return failure(storageFailure(error))
    }
    return success({ kind: 'saved', fileName: basename(path) })
  }
}
