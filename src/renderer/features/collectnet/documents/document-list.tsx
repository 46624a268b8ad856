import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentPlace } from '../../../../shared/contract/collectnet/routes.ts'
import { largestDocument, mostDocuments } from '../../../../shared/contract/collectnet/documents.ts'
import { localeOf } from '../../../../shared/i18n/locale.ts'
import type { Language } from '../../../../shared/languages.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import styles from './documents.module.css'
import type { DocumentActions, DocumentsOutcome } from './use-documents.ts'

export type ShownDocument = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly place: DocumentPlace
  /** When it was added, and by whom; null where that is not worth saying. */
  readonly about: ReactNode
  /** How it is doing on its way; null where it has come. */
  readonly state: ReactNode
  /** Null where it can only be read. */
  readonly onRemove: (() => void) | null
}

type DocumentListProps = {
  readonly documents: readonly ShownDocument[]
  readonly actions: DocumentActions
  /** Whether they are saved from here, too; else they are this person's own files. */
  readonly canSave: boolean
  /** Asks which files. */
  readonly onAdd: () => void
}

/** The documents, what can be done with each, and adding more. */
export function DocumentList({ documents, actions, canSave, onAdd }: DocumentListProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const isFull = documents.length >= mostDocuments
  return (
    <div className={styles['documents']}>
      {documents.length > 0 && (
        <ul className={styles['list']} aria-label={t('documents.title')}>
          {documents.map((document) => (
            <DocumentRow key={document.id} {...{ document, actions, canSave }} />
          ))}
        </ul>
      )}
      <Outcome outcome={actions.outcome} />
      <div className={styles['add']}>
        <Button
          variant="secondary"
          busy={actions.busy === 'pick'}
          unavailable={isFull}
          aria-describedby="documents-hint"
          onClick={onAdd}
        >
          {t('documents.add')}
        </Button>
        <p id="documents-hint" className={styles['quiet']}>
          {isFull
            ? t('documents.full', { max: mostDocuments })
            : t('documents.hint', { size: formatBytes(language, largestDocument) })}
        </p>
      </div>
    </div>
  )
}

type DocumentRowProps = Pick<DocumentListProps, 'actions' | 'canSave'> & {
  readonly document: ShownDocument
}

function DocumentRow({ document, actions, canSave }: DocumentRowProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const { id, name, bytes, place, about, state, onRemove } = document
  return (
    <li className={styles['document']}>
      <span className={styles['ending']} aria-hidden="true">
        {name.split('.').at(-1)}
      </span>
      <div className={styles['what']}>
        <p className={styles['name']}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles['quiet']}>
          {formatBytes(language, bytes)}
          {about !== null && <> · {about}</>}
        </p>
        {state}
      </div>
      <div className={styles['actions']}>
        <Button
          variant="quiet"
          busy={actions.busy === id}
          aria-label={t('documents.openLong', { name })}
          onClick={() => void actions.open(id, place)}
        >
          {t('documents.open')}
        </Button>
        {canSave && (
          <Button
            variant="quiet"
            aria-label={t('documents.saveLong', { name })}
            onClick={() => void actions.save(id, place)}
          >
            {t('documents.save')}
          </Button>
        )}
        {onRemove !== null && (
          <Button
            variant="quiet"
            aria-label={t('documents.removeLong', { name })}
            onClick={onRemove}
          >
            {t('documents.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** What came of the last thing that was done. */
function Outcome({ outcome: { refused, error, saved } }: { readonly outcome: DocumentsOutcome }) {
  const { t } = useTranslation(['cases', 'errors'])
  return (
    <>
      {refused.map(({ name, error: { code, params } }, index) => (
        <Notice
          // oxlint-disable-next-line react/no-array-index-key -- two folders may have files of one name
          key={index}
          tone="error"
          title={t('documents.refused', { name })}
        >
          {t(`${code}.message`, { ns: 'errors', ...params })}{' '}
          {t(`${code}.next`, { ns: 'errors', ...params })}
        </Notice>
      ))}
      {error !== null && <FailureNotice error={error} />}
      <output className={styles['saved']}>
        {saved !== null && (
          <>
            <CheckIcon size={18} /> <span>{t('documents.saved', { name: saved })}</span>
          </>
        )}
      </output>
    </>
  )
}

const [kilo, mega] = [1024, 1024 * 1024]

/** In the words of the language, with as many digits as say something. */
function formatBytes(language: Language, bytes: number): string {
  const [value, unit] =
    bytes >= mega ? [bytes / mega, 'megabyte'] : [Math.max(1, bytes / kilo), 'kilobyte']
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
