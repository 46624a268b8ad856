import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import { formatCalendarDay, formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { PendingMark, useWaiting } from '../../common/offline/pending.tsx'
import { alertPath } from '../../common/navigation/navigation.ts'
import { Unbroken } from '../../ui/unbroken.tsx'
import { AlertSign } from '../../common/credit/signs.tsx'
import styles from '../../common/credit/rows.module.css'
import { LimitChange } from '../../common/credit/limit-change.tsx'

type AlertRowProps = {
  readonly alert: ServnetAlert
  /** Whether it is younger than a day. */
  readonly isNew?: boolean
  readonly onTick: (alert: ServnetAlert, handled: boolean) => void
}

/** What changed, by how much and from when on; leads to the alert's page, and can be ticked off. */
export function AlertRow({ alert, isNew = false, onTick }: AlertRowProps) {
  const { t } = useTranslation(['servnet', 'alerts'])
  const language = useLanguage()
  const { id, kind, buyer, policyId, at, effectiveOn, handled } = alert
  return (
    <li className={styles['row']} data-handled={handled || undefined}>
      <AlertSign kind={kind} />
      <div className={styles['text']}>
        <Link className={styles['title']} href={alertPath(id)}>
          {t(`alerts.${kind}`, { buyer })}
        </Link>
        {(alert.from ?? alert.to ?? effectiveOn) !== null && (
          <p className={styles['change']}>
            <LimitChange from={alert.from} to={alert.to} />{' '}
            {effectiveOn !== null && (
              <Unbroken>
                {t('effective', { ns: 'alerts', date: formatCalendarDay(language, effectiveOn) })}
              </Unbroken>
            )}
          </p>
        )}
        <p className={styles['when']}>
          <Unbroken>
            <time dateTime={at}>{formatDay(language, at)}</time>
          </Unbroken>
          <Unbroken>{t('alerts.policy', { policyId })}</Unbroken>
          {isNew && <span className={styles['fresh']}>{t('alerts.isNew')}</span>}
          <TickPending id={id} />
        </p>
      </div>
      <HandledTick alert={alert} onTick={onTick} />
    </li>
  )
}

/** Said where the tick is not sent yet. */
export function TickPending({ id }: Pick<ServnetAlert, 'id'>) {
  const isWaiting = useWaiting('alertHandled').some(({ edit }) => edit.id === id)
  return isWaiting && <PendingMark />
}

/** Whether an alert is handled, to be ticked; its name says which alert it is of. */
export function HandledTick({ alert, onTick }: Pick<AlertRowProps, 'alert' | 'onTick'>) {
  const { t } = useTranslation(['servnet', 'alerts'])
  const { kind, buyer, handled } = alert
  const text = t(`alerts.${kind}`, { buyer })
  return (
    <label className={styles['tick']}>
      <input
        type="checkbox"
        className={styles['box']}
        checked={handled}
        aria-label={t('handledLong', { ns: 'alerts', alert: text })}
        onChange={({ target }) => onTick(alert, target.checked)}
      />
      <span aria-hidden="true">{t('handled', { ns: 'alerts' })}</span>
    </label>
  )
}
