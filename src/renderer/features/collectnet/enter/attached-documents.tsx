import { mostDocuments } from '../../../../shared/contract/collectnet/documents.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { DocumentList } from '../documents/document-list.tsx'
import { useDocuments } from '../documents/use-documents.ts'
import type { AttachedFiles } from './use-entering.ts'

/** The documents that go with a case that is being entered: on this computer alone so far. */
export function AttachedDocuments({ attached }: { readonly attached: AttachedFiles }) {
  const actions = useDocuments()
  const { documents } = attached
  return (
    <DocumentList
      canSave={false}
      documents={documents.map((document) => ({
        ...document,
        place: { kind: 'kept', document },
        about: null,
        state: null,
        onRemove: () => attached.remove(document.id),
      }))}
      actions={actions}
      onAdd={() => {
        const room = mostDocuments - documents.length
        const ask = () => callPortal('collectnet.pickDocuments', { room })
        void actions.choose(ask).then((kept) => attached.add(kept))
      }}
    />
  )
}
