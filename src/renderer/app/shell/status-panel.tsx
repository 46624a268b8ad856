import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { PortalStatus } from '../../../shared/contract/offline/status.ts'
import {
  useCheck,
  useOutboxItems,
  usePortalStatus,
  useWaitingBatches,
} from '../../common/data/portal-status.ts'
import { momentParts } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useAsAt } from '../../common/offline/as-at.tsx'
import { UpdatesSection } from '../../common/updates/updates-section.tsx'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/clock.ts'
import { OutboxList } from './outbox-list.tsx'
import styles from './status-panel.module.css'

/** How the portal and this computer stand to each other, what is kept here, and what waits to be sent. */
export function StatusPanel() {
  const status = usePortalStatus()
  const items = useOutboxItems()
  const batches = useWaitingBatches()
  if (status === null) return null
  return (
    <div className={styles['panel']}>
      <section className={styles['part']} aria-labelledby="status-title">
        <Connection connection={status.connection} />
        <Kept syncedAt={status.syncedAt} />
        <CheckNow isOffline={status.connection.kind === 'offline'} />
      </section>
      <OutboxList items={items} batches={batches} />
      <UpdatesSection heading="h3" quiet />
    </div>
  )
}

function Connection({ connection }: Pick<PortalStatus, 'connection'>) {
  const { t } = useTranslation(['offline', 'errors'])
  const language = useLanguage()
  const now = useNow()
  switch (connection.kind) {
    case 'unknown':
    case 'online':
      return (
        <h3 className={styles['heading']} id="status-title">
          {t(connection.kind === 'online' ? 'sheet.online' : 'chip.syncing')}
        </h3>
      )
    case 'offline': {
      const { day, ...moment } = momentParts(language, connection.since, now)
      return (
        <>
          <h3 className={styles['heading']} id="status-title">
            {t(`chip.offline.${day}`, moment)}
          </h3>
          <p>
            {t(`${connection.error}.message`, { ns: 'errors' })}{' '}
            {t(`${connection.error}.next`, { ns: 'errors' })}
          </p>
          <p className={styles['quiet']}>{t('sheet.goOn')}</p>
        </>
      )
    }
    default:
      return assertNever(connection)
  }
}

/** What there is without a network, and how old it is. */
function Kept({ syncedAt }: Pick<PortalStatus, 'syncedAt'>) {
  const { t } = useTranslation('offline')
  if (syncedAt === null) return <p className={styles['quiet']}>{t('sheet.keptNothing')}</p>
  return (
    <p className={styles['quiet']}>
      {t('sheet.kept')} <Age at={syncedAt} />
    </p>
  )
}

function Age({ at }: { readonly at: string }) {
  const words = useAsAt(at)
  return (
    <strong className={styles['age']}>
      <time dateTime={at}>{words}</time>
    </strong>
  )
}

function CheckNow({ isOffline }: { readonly isOffline: boolean }) {
  const { t } = useTranslation('offline')
  const { outcome, check } = useCheck()
  const isDone = outcome === 'reached' || outcome === 'failed'
  return (
    <div className={styles['row']}>
      <Button variant="secondary" busy={outcome === 'busy'} onClick={() => void check()}>
        {t(isOffline ? 'check.retry' : 'check.refresh')}
      </Button>
      <output>{isDone && t(`check.${outcome}`)}</output>
    </div>
  )
}
