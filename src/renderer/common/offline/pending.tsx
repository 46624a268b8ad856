/** What waits to be sent, shown where it was made. */
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Edit, EditKind, OutboxItem } from '../../../shared/contract/offline/outbox.ts'
import { useNow } from '../../ui/clock.ts'
import { Button } from '../../ui/button.tsx'
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx'
import { useOutboxItems } from '../data/portal-status.ts'
import { momentParts } from '../i18n/format.ts'
import { useLanguage } from '../i18n/languages.ts'
import styles from './offline.module.css'
import { showStatusSheet } from '../navigation/overlays.ts'

/** An item whose edit is of this kind. */
export type ItemOf<Kind extends EditKind> = OutboxItem & {
  readonly edit: Extract<Edit, { readonly kind: Kind }>
}

/** What waits of this kind, in the order in which it was made. */
export function useWaiting<Kind extends EditKind>(kind: Kind): readonly ItemOf<Kind>[] {
  return useOutboxItems().filter((item): item is ItemOf<Kind> => item.edit.kind === kind)
}

/** A small sign that this mark is on this computer alone for now. */
export function PendingMark() {
  const { t } = useTranslation('offline')
  const words = t('pending.mark')
  return (
    <span className={styles['mark']} title={words}>
      <ClockIcon size={14} />
      <span>{words}</span>
    </span>
  )
}

type PendingNoticeProps = {
  readonly item: OutboxItem
  /** Leads to the choice between two values. */
  readonly onChoose: () => void
  /** Takes what was refused back into the form. */
  readonly onTakeUp: () => void
}

/** By a form whose values wait: since when, what comes next, and the way to all that waits. */
export function PendingNotice({ item, onChoose, onTakeUp }: PendingNoticeProps) {
  const { t } = useTranslation('offline')
  const needsPerson = item.state === 'conflict' || item.state === 'refused'
  return (
    <div className={styles['pending']}>
      {needsPerson ? <WarningIcon size={18} /> : <ClockIcon size={18} />}
      <output>
        <PendingWords item={item} />
      </output>
      {item.state === 'conflict' && (
        <Button variant="secondary" onClick={onChoose}>
          {t('outbox.choose')}
        </Button>
      )}
      {item.state === 'refused' && (
        <Button variant="secondary" onClick={onTakeUp}>
          {t('outbox.edit')}
        </Button>
      )}
      {!needsPerson && (
        <Button variant="quiet" onClick={() => showStatusSheet(true)}>
          {t('pending.show')}
        </Button>
      )}
    </div>
  )
}

function PendingWords({ item: { state, queuedAt, error } }: Pick<PendingNoticeProps, 'item'>) {
  const { t } = useTranslation(['offline', 'errors'])
  const language = useLanguage()
  const { day, time, date } = momentParts(language, queuedAt, useNow())
  switch (state) {
    case 'waiting':
    case 'sending':
      return t('pending.kept', { time: day === 'today' ? time : date })
    case 'conflict':
      return t('pending.conflict')
    case 'refused':
      return error === null
        ? t('pending.refused')
        : `${t('pending.refused')} ${t(`${error.code}.message`, { ns: 'errors', ...error.params })}`
    default:
      return assertNever(state)
  }
}
