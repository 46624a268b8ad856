/** Documents for brokers: listed from what is kept, opened and saved, also while the portal is away. */
import { basename } from 'node:path'
import type { RouteName } from '../../../shared/contract/channels.ts'
import {
  partnerDocumentSchema,
  type PartnerDocument,
} from '../../../shared/contract/partners/documents.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import { documentEndingOf, documentKindOf } from '../../../shared/rules/document-content.ts'
import { cleanFileName } from '../../../shared/rules/file-name.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import { writeChosenFile, type AskWhereToSave } from '../../platform/files/chosen-file.ts'
import type { OpenedFiles } from '../../platform/files/opened-files.ts'
import { storageFailure } from '../../platform/files/write-file.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { defineList } from '../../resources/list.ts'
import type { Resources } from '../../resources/resources.ts'
import { forUser } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import { findFetched, keepFetched } from '../../store/fetched-documents.ts'
import type { Store } from '../../store/store.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type PartnerDocuments = {
  readonly list: Handler<'partners.documents'>
  readonly open: Handler<'partners.openDocument'>
  readonly save: Handler<'partners.saveDocument'>
}

export type PartnerDocumentsOptions = {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: Pick<Store, 'within'>
  readonly resources: Pick<Resources, 'pickRows' | 'findRow'>
  /** Shows a file in the system's own program for it. */
  readonly showFile: OpenedFiles['show']
  readonly askWhereToSave: AskWhereToSave
  /** This computer's clock, in ms since 1970. */
  readonly now: () => number
}

const minuteMs = 60_000

/** All of them, newest first. */
export const documentsList = defineList({
  name: 'partner_documents',
  endpoint: 'partnersDocuments',
  schema: partnerDocumentSchema,
  maxAgeMs: 5 * minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) =>
    client.call('partnersDocuments', { ...credentials, query }),
  askRow: (client, credentials, id) =>
    client.call('partnersDocument', { ...credentials, params: { id } }),
  foldOf: ({ title }) => foldLetters(title),
})

/** A document with its content, as it is shown or saved. */
type WholeDocument = { readonly name: string; readonly content: Uint8Array }

/** The documents of who is signed in; `unauthenticated` where nobody is, `not_found` for what was taken away. */
export function createPartnerDocuments(options: PartnerDocumentsOptions): PartnerDocuments {
  const { client, session, store, resources, now } = options

  async function known(id: string): Promise<Result<PartnerDocument>> {
    const kept = await resources.findRow(documentsList, id)
    if (kept !== null) return success(kept.item)
    return session.authorized((token) => client.call('partnersDocument', { token, params: { id } }))
  }

  /** What was fetched before; else from the portal, kept where it is what its name says. */
  async function whole(owner: string, id: string): Promise<Result<WholeDocument>> {
    const found = await known(id)
    if (!found.ok) return found
    const { fileName, mediaType, bytes } = found.data
    const name = cleanFileName(fileName)
    const here = await store.within(owner, ({ db }) => findFetched(db, id, now()))
    if (here !== null) return success({ name, content: here })
    const answer = await session.authorized((token) =>
      client.call('partnersDocumentContent', { token, params: { id } }),
    )
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
  }

  return {
    async list() {
      const rows = await resources.pickRows(documentsList, { kind: 'all' })
      if (!rows.ok) return rows
      const { items: documents, isWhole, freshness } = rows.data
      return success({ documents, isWhole, freshness })
    },
    open: ({ id }) =>
      forUser(session, async (owner) => {
        const document = await whole(owner, id)
        if (!document.ok) return document
        return options.showFile(document.data.name, document.data.content)
      }),
    save: ({ id }) =>
      forUser<RouteOutput<'partners.saveDocument'>>(session, async (owner) => {
        const document = await whole(owner, id)
        if (!document.ok) return document
        const { name, content } = document.data
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
      }),
  }
}
