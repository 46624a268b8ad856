/**
 * Documents of the portal's as files, the same for every service that has some: looked at when they come,
 * kept sealed for when the portal is away, shown in the system's own programs, and saved where one wants.
 */
import { basename, join } from 'node:path'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import {
  documentEndingOf,
  documentKindOf,
  type DocumentMediaType,
} from '../../../shared/rules/document-content.ts'
import { cleanFileName } from '../../../shared/rules/file-name.ts'
import { writeChosenFile, type AskWhereToSave } from '../../platform/files/chosen-file.ts'
import { createOpenedFiles, type OpenFile } from '../../platform/files/opened-files.ts'
import { storageFailure } from '../../platform/files/write-file.ts'
import { findFetched, keepFetched } from '../../store/fetched-documents.ts'
import type { Store } from '../../store/store.ts'

/** A document with its content, as it is shown or saved. */
export type WholeDocument = { readonly name: string; readonly content: Uint8Array }

/** What the portal says of a document. */
export type DocumentAbout = {
  readonly id: string
  readonly name: string
  readonly mediaType: DocumentMediaType
  /** How long its content is. */
  readonly bytes: number
}

export type DocumentFiles = {
  /**
   * What `owner` fetched before; else what `ask` brings, kept where it is what was said of it
   * (`portal_answer_invalid` where it is not).
   */
  readonly fetch: (
    owner: string,
    about: DocumentAbout,
    ask: () => Promise<Result<{ readonly bytes: Uint8Array }>>,
  ) => Promise<Result<WholeDocument>>
  /** Shows it in the system's program for it; `document_not_opened` where there is none. */
  readonly open: (document: WholeDocument) => Promise<Result<Record<string, never>>>
  /** Asks where to save it. */
  readonly save: (
    document: WholeDocument,
  ) => Promise<
    Result<{ readonly kind: 'saved'; readonly fileName: string } | { readonly kind: 'cancelled' }>
  >
  /** What was opened is on no disk any more. */
  readonly forgetOpened: () => Promise<void>
}

export type DocumentFilesOptions = {
  readonly store: Pick<Store, 'within'>
  /** The profile folder; documents that are opened are written beneath it, for as long as that is so. */
  readonly folder: string
  readonly openFile: OpenFile
  readonly askWhereToSave: AskWhereToSave
  /** This computer's clock, in ms since 1970. */
  readonly now: () => number
}

/** Documents of whoever is signed in. */
export function createDocumentFiles(options: DocumentFilesOptions): DocumentFiles {
  const { store, now } = options
  const openedFiles = createOpenedFiles(join(options.folder, 'opened'), options.openFile)
  return {
    async fetch(owner, { id, name: given, mediaType, bytes }, ask) {
      const name = cleanFileName(given)
      const here = await store.within(owner, ({ db }) => findFetched(db, id, now()))
      if (here !== null) return success({ name, content: here })
      const answer = await ask()
      if (!answer.ok) return answer
      const content = answer.data.bytes
      const kind = documentKindOf(name, content)
      if (!kind.ok || kind.mediaType !== mediaType || content.length !== bytes) {
        return failure({ code: 'portal_answer_invalid' })
      }
      // Where it cannot be kept it can still be shown.
      await store
        .within(owner, ({ db }) => keepFetched(db, { id, content, now: now() }))
        .catch(() => null)
      return success({ name, content })
    },
    open: ({ name, content }) => openedFiles.show(name, content),
    async save({ name, content }) {
      const extension = documentEndingOf(name) ?? ''
      const kind = extension.toUpperCase()
      const path = await options.askWhereToSave({ fileName: name, kind, extension })
      if (path === null) return success({ kind: 'cancelled' })
      try {
        await writeChosenFile(path, content)
      } catch (error) {
        return failure(storageFailure(error))
      }
      return success({ kind: 'saved', fileName: basename(path) })
    },
    forgetOpened: openedFiles.clear,
  }
}
