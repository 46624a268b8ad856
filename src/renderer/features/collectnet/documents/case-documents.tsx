import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../shared/contract/collectnet/cases.ts'
import {
  mostDocuments,
  type CaseDocument,
} from '../../../../shared/contract/collectnet/documents.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { formatDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useOutboxActions } from '../../../common/offline/outbox-actions.ts'
import { useWaiting, type ItemOf } from '../../../common/offline/pending.tsx'
import { ClockIcon, WarningIcon } from '../../../ui/icons.tsx'
import { Unbroken } from '../../../ui/unbroken.tsx'
import { DocumentList, type ShownDocument } from './document-list.tsx'
import styles from './documents.module.css'
import { useDocuments, type AttachedFiles } from './use-documents.ts'

/** The documents of a case that the portal has: its own, and those that are on their way to it. */
export function CaseDocuments({ detail }: { readonly detail: CaseDetail }) {
  const { id: caseId, documents } = detail
  const actions = useDocuments()
  const { discard } = useOutboxActions()
  const waiting = useWaiting('addDocument').filter(({ edit }) => edit.caseId === caseId)
  const shown: ShownDocument[] = [
    ...documents.map(({ id, name, bytes, ...document }) => ({
      id,
      name,
      bytes,
      place: { kind: 'ofCase', caseId, id } as const,
      about: <Added document={document} />,
      state: null,
      onRemove: null,
    })),
    ...waiting.map((item) => ({
      ...item.edit.document,
      place: { kind: 'kept', document: item.edit.document } as const,
      about: null,
      state: <OnItsWay item={item} />,
      onRemove: item.state === 'sending' ? null : () => void discard(item),
    })),
  ]
  return (
    <DocumentList
      canSave
      documents={shown}
      actions={actions}
      onAdd={() => {
        const room = Math.max(0, mostDocuments - shown.length)
        void actions.choose(() => callPortal('collectnet.addDocuments', { caseId, room }))
      }}
    />
  )
}

type AddedProps = { readonly document: Pick<CaseDocument, 'addedAt' | 'addedBy'> }

function Added({ document: { addedAt, addedBy } }: AddedProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const day = formatDay(language, addedAt)
  return (
    <Unbroken>
      {addedBy === null
        ? t('documents.byInsurer', { day })
        : t('documents.byPerson', { day, person: addedBy })}
    </Unbroken>
  )
}

function OnItsWay({ item: { state, error } }: { readonly item: ItemOf<'addDocument'> }) {
  const { t } = useTranslation(['offline', 'errors'])
  const Sign = state === 'refused' ? WarningIcon : ClockIcon
  return (
    <p className={styles['state']} data-state={state}>
      <Sign size={16} />
      <span>
        {t(`outbox.states.${state}`)}
        {state === 'refused' && error !== null && (
          <>. {t(`${error.code}.message`, { ns: 'errors', ...error.params })}</>
        )}
      </span>
    </p>
  )
}

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
