import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortalStatus } from '../../../shared/contract/offline/status.ts'
import { usePortalStatus } from '../../common/data/portal-status.ts'
import { momentParts } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { showStatusSheet, useStatusSheetOpen } from '../../common/navigation/overlays.ts'
import { useHasLasted, useNow } from '../../ui/clock.ts'
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './status-chip.module.css'

const StatusPanel = lazy(() =>
  import('./status-panel.tsx').then((module) => ({ default: module.StatusPanel })),
)

/** What the chip is about first; being offline is neither an error nor red. */
type Kind = 'online' | 'offline' | 'syncing' | 'waiting' | 'attention'

/** Less than this is no synchronising that one need hear of, in milliseconds. */
const worthSaying = 1000

/** Whether the portal answers and what waits, in a shape and a few words; opens all there is to know. */
export function StatusChip() {
  const { t } = useTranslation('offline')
  const status = usePortalStatus()
  const isSyncing = useHasLasted(status?.syncing === true, worthSaying)
  const open = useStatusSheetOpen()
  const kind = status === null ? null : kindOf(status, isSyncing)
  const words = useWords(status, kind)
  const announced = useAnnouncement(kind, words)
  return (
    <>
      <output className="visually-hidden">{announced}</output>
      {kind !== null && (
        <Sheet
          side="end"
          open={open}
          onOpenChange={showStatusSheet}
          title={t('sheet.title')}
          triggerClass={styles['chip']}
          trigger={
            <>
              <Sign kind={kind} />
              <span className={styles['words']} data-kind={kind}>
                {words}
              </span>
            </>
          }
        >
          <Suspense fallback={<Skeleton />}>
            <StatusPanel />
          </Suspense>
        </Sheet>
      )}
    </>
  )
}

/** Null while nothing is known: in the first moments after the start. */
function kindOf(status: PortalStatus, isSyncing: boolean): Kind | null {
  if (status.needsAttention > 0) return 'attention'
  if (status.connection.kind === 'offline') return 'offline'
  if (status.waiting > 0) return 'waiting'
  if (isSyncing) return 'syncing'
  return status.connection.kind === 'online' ? 'online' : null
}

function useWords(status: PortalStatus | null, kind: Kind | null): string {
  const { t } = useTranslation('offline')
  const language = useLanguage()
  const now = useNow()
  if (status === null || kind === null) return ''
  const { connection, waiting, needsAttention } = status
  const parts: string[] = []
  if (connection.kind === 'offline') {
    const { day, ...moment } = momentParts(language, connection.since, now)
    parts.push(t(`chip.offline.${day}`, moment))
  }
  if (waiting > 0) parts.push(t('chip.waiting', { count: waiting }))
  if (needsAttention > 0) parts.push(t('chip.attention', { count: needsAttention }))
  if (parts.length > 0) return parts.join(' · ')
  return t(kind === 'syncing' ? 'chip.syncing' : 'chip.online')
}

type Heard = { readonly words: string | null; readonly isNews: boolean }

/** What a screen reader is told: each change of how things stand, but neither its going about nor its start. */
function useAnnouncement(kind: Kind | null, words: string): string | null {
  const [heard, setHeard] = useState<Heard>({ words: null, isNews: false })
  if (kind !== null && kind !== 'syncing' && words !== heard.words) {
    setHeard({ words, isNews: heard.words !== null || kind !== 'online' })
  }
  return heard.isNews ? heard.words : null
}

/** Told apart without colour: full, empty, half, a clock, a triangle. */
function Sign({ kind }: { readonly kind: Kind }) {
  if (kind === 'waiting') return <ClockIcon size={16} />
  if (kind === 'attention') return <WarningIcon size={16} />
  return <span className={styles['sign']} data-kind={kind} aria-hidden="true" />
}
