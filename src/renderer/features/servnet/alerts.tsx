import { useTranslation } from 'react-i18next'
import type { ServnetAlert } from '../../../shared/contract/servnet/alerts.ts'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/use-language.ts'
import { AlertSign } from './alert-sign.tsx'
import { Column } from './column.tsx'
import styles from './home.module.css'
import { MoreList } from './more-list.tsx'

type AlertsProps = {
  readonly alerts: readonly ServnetAlert[]
  /** How many of them are younger than a day; the newest come first. */
  readonly fresh: number
}

/** "ALERTES": what changed for the policyholder's buyers. */
export function Alerts({ alerts, fresh }: AlertsProps) {
  const { t } = useTranslation('servnet')
  const newestFirst = alerts.toSorted((one, other) => other.at.localeCompare(one.at))
  return (
    <Column id="alerts" title={t('alerts.title')}>
      {alerts.length === 0 ? (
        <p className={styles['quiet']}>{t('alerts.none')}</p>
      ) : (
        <MoreList items={newestFirst} first={4} more={t('alerts.more')} fewer={t('alerts.fewer')}>
          {(alert, index) => <Alert key={alert.id} alert={alert} isNew={index < fresh} />}
        </MoreList>
      )}
    </Column>
  )
}

type AlertProps = { readonly alert: ServnetAlert; readonly isNew: boolean }

function Alert({ alert: { kind, buyer, policyId, at }, isNew }: AlertProps) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  return (
    <li className={styles['alert']}>
      <AlertSign kind={kind} />
      <div>
        <p className={styles['itemTitle']}>{t(`alerts.${kind}`, { buyer })}</p>
        <p className={styles['when']}>
          <time dateTime={at}>{formatDay(language, at)}</time>
          <span>{t('alerts.policy', { policyId })}</span>
          {isNew && <span className={styles['fresh']}>{t('alerts.isNew')}</span>}
        </p>
      </div>
    </li>
  )
}
