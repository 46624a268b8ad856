import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import type { OutboxItem } from '../../../shared/contract/offline/outbox.ts'
import { FailureNotice } from '../../common/data/load-failure.tsx'
import { takeOutbox } from '../../common/data/portal-status.ts'
import { callPortal } from '../../common/data/portal.ts'
import { WaitingConflict } from '../../features/identity/profile/waiting-edit.tsx'
import { Button } from '../../ui/button.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { isWorthAsking, OutboxRow } from './outbox-row.tsx'
import styles from './status-panel.module.css'

/** Everything that waits to be sent, and what can be done about it. */
export function OutboxList({ items }: { readonly items: readonly OutboxItem[] }) {
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
      {items.length === 0 ? (
        <p className={styles['quiet']}>{t('outbox.none')}</p>
      ) : (
        <>
          <ul className={styles['list']}>
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

/** What is done about one edit, and why that did not work. */
function useOutboxActions() {
  const [error, setError] = useState<AppError | null>(null)
  const resolve = async ({ id }: OutboxItem, theirs: readonly string[]) => {
    const result = await callPortal('outbox.resolve', { id, theirs: [...theirs] })
    takeOutbox(result)
    setError(result.ok ? null : result.error)
  }
  const discard = async ({ id }: OutboxItem) => {
    const result = await callPortal('outbox.discard', { id })
    takeOutbox(result)
    setError(result.ok ? null : result.error)
  }
  return { error, resolve, discard }
}

/** "Send now" and "Save as a file", each with what came of it. */
function SendAll() {
  const { t } = useTranslation('offline')
  const { busy, notSent, send } = useSendNow()
  const { error, fileName, save } = useExport()
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

/** Tries what waits without waiting for its time; `notSent` where some of it is still here afterwards. */
export function useSendNow() {
  const [state, setState] = useState({ busy: false, notSent: false })
  const send = async (): Promise<boolean> => {
    setState({ busy: true, notSent: false })
    const result = await callPortal('outbox.sendNow', {})
    takeOutbox(result)
    const allSent = result.ok && result.data.items.length === 0
    setState({ busy: false, notSent: !allSent })
    return allSent
  }
  return { ...state, send }
}

/** Saves what waits as a file that the person keeps. */
export function useExport() {
  const [error, setError] = useState<AppError | null>(null)
  const [fileName, setFileName] = useState<string | null>(null)
  const save = async () => {
    setError(null)
    setFileName(null)
    const result = await callPortal('outbox.export', {})
    if (!result.ok) setError(result.error)
    else if (result.data.kind === 'saved') setFileName(result.data.fileName)
  }
  return { error, fileName, save }
}
