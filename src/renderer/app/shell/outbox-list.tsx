import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxItem } from '../../../shared/contract/offline/outbox.ts'
import type { BatchProgress } from '../../../shared/contract/servnet/batch.ts'
import { FailureNotice } from '../../common/frames/load-failure.tsx'
import {
  useOutboxActions,
  useOutboxExport,
  useSendNow,
} from '../../common/offline/outbox-actions.ts'
import { WaitingConflict } from '../../features/identity/profile/waiting-edit.tsx'
import { Button } from '../../ui/button.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { BatchLine, isWorthAsking, OutboxRow } from './outbox-row.tsx'
import styles from './status-panel.module.css'

type OutboxListProps = {
  readonly items: readonly OutboxItem[]
  readonly batches: readonly BatchProgress[]
}

/** Everything that waits to be sent, and what can be done about it. */
export function OutboxList({ items, batches }: OutboxListProps) {
  const { t } = useTranslation('offline')
  const [choosing, setChoosing] = useState<OutboxItem | null>(null)
  const [discarding, setDiscarding] = useState<OutboxItem | null>(null)
  const { error, resolve, discard } = useOutboxActions()
  return (
    <section className={styles['part']} aria-labelledby="outbox-title">
      <h3 className={styles['heading']} id="outbox-title">
        {t('outbox.title')}
      </h3>
      {error !== null && <FailureNotice error={error} />}
      {items.length + batches.length === 0 ? (
        <p className={styles['quiet']}>{t('outbox.none')}</p>
      ) : (
        <>
          <ul>
            {items.map((item) => (
              <OutboxRow
                key={item.id}
                item={item}
                onChoose={() => setChoosing(item)}
                onDiscard={() =>
                  isWorthAsking(item.edit) ? setDiscarding(item) : void discard(item)
                }
              />
            ))}
            {batches.map((batch) => (
              <BatchLine key={batch.id} batch={batch} />
            ))}
          </ul>
          <SendAll />
        </>
      )}
      <WaitingConflict
        item={choosing}
        onClose={() => setChoosing(null)}
        onChosen={(theirs) => {
          setChoosing(null)
          if (choosing !== null) void resolve(choosing, theirs)
        }}
      />
      <DiscardDialog
        item={discarding}
        onClose={() => setDiscarding(null)}
        onDiscard={(item) => {
          setDiscarding(null)
          void discard(item)
        }}
      />
    </section>
  )
}

/** "Send now" and "Save as a file", each with what came of it. */
function SendAll() {
  const { t } = useTranslation('offline')
  const { busy, notSent, send } = useSendNow()
  const { error, fileName, save } = useOutboxExport()
  return (
    <>
      <div className={styles['row']}>
        <Button variant="secondary" busy={busy} onClick={() => void send()}>
          {t('outbox.send')}
        </Button>
        <Button variant="quiet" onClick={() => void save()}>
          {t('outbox.save')}
        </Button>
      </div>
      <output className={styles['outcome']}>
        {notSent && t('signOut.notAllSent')}
        {fileName !== null && t('outbox.saved', { fileName })}
      </output>
      {error !== null && <FailureNotice error={error} />}
    </>
  )
}
