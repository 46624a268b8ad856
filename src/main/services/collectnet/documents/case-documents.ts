/** Documents of cases: added from this computer, opened and saved, also while the portal is away. */
import { randomUUID } from 'node:crypto'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { RouteName } from '../../../../shared/contract/channels.ts'
import type { Attached } from '../../../../shared/contract/collectnet/documents.ts'
import type { DocumentPlace } from '../../../../shared/contract/collectnet/routes.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import { documentKindOf } from '../../../../shared/rules/document-content.ts'
import { cleanFileName } from '../../../../shared/rules/file-name.ts'
import type { Outbox } from '../../../outbox/outbox.ts'
import { storageFailure } from '../../../platform/files/write-file.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import type { Resources } from '../../../resources/resources.ts'
import { forUser, signedInName } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import { dropAttachments, findAttachment, keepAttachment } from '../../../store/attachments.ts'
import type { Store } from '../../../store/store.ts'
import type { DocumentFiles, WholeDocument } from '../../documents/document-files.ts'
import { addDocumentEdit } from '../case-edits.ts'
import { caseResource, casesList } from '../case-lists.ts'
import { readChosen, type AskWhichDocuments } from './chosen-documents.ts'

type Handler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => Promise<Result<RouteOutput<Name>>>

export type CaseDocumentsService = {
  readonly pick: Handler<'collectnet.pickDocuments'>
  readonly drop: Handler<'collectnet.dropDocuments'>
  readonly add: Handler<'collectnet.addDocuments'>
  readonly open: Handler<'collectnet.openDocument'>
  readonly save: Handler<'collectnet.saveDocument'>
}

export type CaseDocumentsOptions = {
  readonly client: Pick<PortalClient, 'call'>
  readonly session: SessionService
  readonly store: Pick<Store, 'within'>
  readonly outbox: Pick<Outbox, 'add'>
  readonly resources: Resources
  readonly files: Pick<DocumentFiles, 'fetch' | 'open' | 'save'>
  readonly askWhichDocuments: AskWhichDocuments
  readonly now: () => number
}

/**
 * The documents of who is signed in; `unauthenticated` where nobody is.
 * @param options.now this computer's clock, in ms since 1970
 */
export function createCaseDocuments(options: CaseDocumentsOptions): CaseDocumentsService {
  const { client, session, store, outbox, resources, now } = options

  async function pick(
    owner: string,
    room: number,
  ): Promise<Result<RouteOutput<'collectnet.pickDocuments'>>> {
    const { read, refused } = await readChosen(await options.askWhichDocuments(), room)
    const kept: Attached[] = []
    for (const { content, ...about } of read) {
      const id = randomUUID()
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as they were chosen
        const isKept = await store.within(owner, async ({ db }) => {
          await keepAttachment(db, { id, content, now: now() })
          return true
        })
        // The system's box was open for long: they may have signed out, or the app may be locked.
        if (isKept !== true) return failure({ code: 'unauthenticated' })
      } catch (error) {
        return failure(storageFailure(error))
      }
      kept.push({ id, ...about })
    }
    return success({ kept, refused: [...refused] })
  }

  async function fetched(
    owner: string,
    { caseId, id }: Extract<DocumentPlace, { kind: 'ofCase' }>,
  ): Promise<Result<WholeDocument>> {
    const detail = await resources.read(caseResource, { id: caseId })
    if (!detail.ok) return detail
    const document = detail.data.data.documents.find((one) => one.id === id)
    if (document === undefined) return failure({ code: 'not_found' })
    return options.files.fetch(owner, document, () =>
      session.authorized((token) =>
        client.call('collectnetDocument', { token, params: { id: caseId, document: id } }),
      ),
    )
  }

  async function whole(owner: string, place: DocumentPlace): Promise<Result<WholeDocument>> {
    switch (place.kind) {
      case 'ofCase':
        return fetched(owner, place)
      case 'kept': {
        const { id, name: given } = place.document
        const content = await store.within(owner, ({ db }) => findAttachment(db, id))
        const name = cleanFileName(given)
        // The page names it: what is shown is what was looked at when it was chosen.
        return content !== null && documentKindOf(name, content).ok
          ? success({ name, content })
          : failure({ code: 'document_unreadable' })
      }
      default:
        return assertNever(place)
    }
  }

  return {
    pick: ({ room }) => forUser(session, (owner) => pick(owner, room)),
    drop: ({ ids }) =>
      forUser(session, async (owner) => {
        await store.within(owner, ({ db }) => dropAttachments(db, ids), { make: false })
        return success({})
      }),
    add: ({ caseId, room }) =>
      forUser(session, async (owner) => {
        const picked = await pick(owner, room)
        if (!picked.ok) return picked
        const subject = (await resources.findRow(casesList, caseId))?.item.buyerName ?? null
        const at = new Date(now()).toISOString()
        for (const document of picked.data.kept) {
          // oxlint-disable-next-line no-await-in-loop -- in the order in which they were chosen
          const added = await outbox.add(addDocumentEdit({ at, caseId, document }), subject)
          if (!added.ok) return added
        }
        return picked
      }),
    open: (place) =>
      forUser(session, async (owner) => {
        const document = await whole(owner, place)
        if (!document.ok) return document
        // They may have left while it was fetched, and what was opened is gone.
        if (signedInName(session.view()) !== owner) return failure({ code: 'unauthenticated' })
        return options.files.open(document.data)
      }),
    save: (place) =>
      forUser<RouteOutput<'collectnet.saveDocument'>>(session, async (owner) => {
        const document = await whole(owner, place)
        if (!document.ok) return document
        return options.files.save(document.data)
      }),
  }
}
