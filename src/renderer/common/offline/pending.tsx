/** What waits to be sent, shown where it was made. */
import { useTranslation } from 'react-i18next'
import type { EditKind, OutboxItem } from '../../../shared/contract/offline/outbox.ts'
import { useNow } from '../../ui/clock.ts'
import { Button } from '../../ui/button.tsx'
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx'
import { useOutboxItems } from '../data/portal-status.ts'
import { momentParts } from '../i18n/format.ts'
import { useLanguage } from '../i18n/languages.ts'
import styles from './offline.module.css'
import { showStatusSheet } from './status-sheet.ts'

type ItemOf<Kind extends EditKind> = OutboxItem & { readonly edit: { readonly kind: Kind } }

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

/** Above a form whose values wait: since when, what comes next, and the way to all that waits. */
export function PendingNotice({ item }: { readonly item: OutboxItem }) {
  const { t } = useTranslation(['offline', 'errors'])
  const language = useLanguage()
  const { day, time, date } = momentParts(language, item.queuedAt, useNow())
  const needsPerson = item.state === 'conflict' || item.state === 'refused'
  return (
    <div className={styles['pending']} role="status">
      {needsPerson ? <WarningIcon size={18} /> : <ClockIcon size={18} />}
      <p>
        {item.state === 'conflict'
          ? t('pending.conflict')
          : item.state === 'refused'
            ? t('pending.refused')
            : t('pending.kept', { time: day === 'today' ? time : date })}
        {item.state === 'refused' && item.error !== null && (
          <> {t(`${item.error.code}.message`, { ns: 'errors', ...item.error.params })}</>
        )}
      </p>
      <Button variant="quiet" onClick={() => showStatusSheet(true)}>
        {t(
          needsPerson ? `outbox.${item.state === 'conflict' ? 'choose' : 'edit'}` : 'pending.show',
        )}
      </Button>
    </div>
  )
}
