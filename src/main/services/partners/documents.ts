/** Documents for brokers: listed from what is kept, opened and saved, also while the portal is away. */
import type { RouteName } from '../../../shared/contract/channels.ts'
import {
  partnerDocumentSchema,
  type PartnerDocument,
} from '../../../shared/contract/partners/documents.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../shared/contract/routes.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { defineList } from '../../resources/list.ts'
import type { Resources } from '../../resources/resources.ts'
import { forUser, signedInName } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { DocumentFiles, WholeDocument } from '../documents/document-files.ts'

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
  readonly resources: Pick<Resources, 'pickRows' | 'findRow'>
  readonly files: Pick<DocumentFiles, 'fetch' | 'open' | 'save'>
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

/** The documents of who is signed in; `unauthenticated` where nobody is, `not_found` for what was taken away. */
export function createPartnerDocuments(options: PartnerDocumentsOptions): PartnerDocuments {
  const { client, session, resources } = options

  async function known(id: string): Promise<Result<PartnerDocument>> {
    const kept = await resources.findRow(documentsList, id)
    if (kept !== null) return success(kept.item)
    return session.authorized((token) => client.call('partnersDocument', { token, params: { id } }))
  }

  /** What was fetched before; else from the portal, kept where it is what its name says. */
  async function whole(owner: string, id: string): Promise<Result<WholeDocument>> {
    const found = await known(id)
    if (!found.ok) return found
    const { fileName: name, mediaType, bytes } = found.data
    return options.files.fetch(owner, { id, name, mediaType, bytes }, () =>
      session.authorized((token) =>
        client.call('partnersDocumentContent', { token, params: { id } }),
      ),
    )
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
        // They may have left while it was fetched, and what was opened is gone.
        if (signedInName(session.view()) !== owner) return failure({ code: 'unauthenticated' })
        return options.files.open(document.data)
      }),
    save: ({ id }) =>
      forUser<RouteOutput<'partners.saveDocument'>>(session, async (owner) => {
        const document = await whole(owner, id)
        if (!document.ok) return document
        return options.files.save(document.data)
      }),
  }
}
