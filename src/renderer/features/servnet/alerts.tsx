import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import { paths } from '../../common/navigation/navigation.ts'
import { AlertRow } from './alert-row.tsx'
import styles from './home.module.css'
import { NotKept } from './paged-list.tsx'
import { useTick } from './use-marks.ts'

/** How many the first page shows. */
const shownAtFirst = 6
const day = 24 * 60 * 60 * 1000

type AlertsProps = Pick<ServnetHome, 'alerts' | 'counts'> & {
  /** When the portal said so: what is less than a day older is new. */
  readonly fetchedAt: string
}

/** "ALERTES": what changed for the policyholder's buyers and is not handled yet. */
export function Alerts({ alerts, counts: { alerts: counts }, fetchedAt }: AlertsProps) {
  const { t } = useTranslation('servnet')
  const { mark, failure } = useTick()
  const [ticked, setTicked] = useState<ReadonlyMap<string, ServnetAlert>>(new Map())
  const newestFirst = alerts.toSorted((one, other) => other.at.localeCompare(one.at))
  const newSince = Date.parse(fetchedAt) - day
  const onTick = (alert: ServnetAlert, handled: boolean) => {
    setTicked((before) => new Map(before).set(alert.id, { ...alert, handled }))
    mark({ id: alert.id, handled })
  }
  return (
    <section className={styles['alerts']} aria-labelledby="alerts">
      <div className={styles['heading']}>
        <h2 className={styles['sectionTitle']} id="alerts">
          {t('alerts.title')}
        </h2>
        {counts.unhandled > 0 && (
          <span className={styles['count']}>{t('alerts.open', { count: counts.unhandled })}</span>
        )}
      </div>
      {failure !== null && <NotKept error={failure} />}
      {counts.total === 0 ? (
        <p className={styles['quiet']}>{t('alerts.none')}</p>
      ) : (
        <>
          {counts.unhandled === 0 && <p className={styles['quiet']}>{t('alerts.allHandled')}</p>}
          <ul>
            {rowsOf(newestFirst, ticked).map((alert) => (
              <AlertRow
                key={alert.id}
                alert={alert}
                isNew={Date.parse(alert.at) > newSince}
                onTick={onTick}
              />
            ))}
          </ul>
          <Link className={styles['all']} href={paths.alerts}>
            {t('alerts.all')} ({counts.total})
          </Link>
        </>
      )}
    </section>
  )
}

/** What is open; and what was ticked off on this visit keeps its place, so that it can be taken back. */
function rowsOf(
  newestFirst: readonly ServnetAlert[],
  ticked: ReadonlyMap<string, ServnetAlert>,
): readonly ServnetAlert[] {
  const open = newestFirst.filter(({ id, handled }) => !handled && !ticked.has(id))
  const now = new Map(newestFirst.map((alert) => [alert.id, alert]))
  const touched = [...ticked.values()].map((alert) => now.get(alert.id) ?? alert)
  return [...open.slice(0, Math.max(0, shownAtFirst - touched.length)), ...touched].toSorted(
    (one, other) => other.at.localeCompare(one.at),
  )
}
