import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ServnetAlert } from '../../../../shared/contract/credit/alerts.ts'
import { LimitChange } from '../../../common/credit/limit-change.tsx'
import { useHasService } from '../../../common/credit/links.ts'
import { AlertSign } from '../../../common/credit/signs.tsx'
import { formatDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { alertPath } from '../../../common/navigation/navigation.ts'
import rows from '../../../common/credit/rows.module.css'
import { Panel } from './panel.tsx'

/** What changed for this buyer, newest first. */
export function BuyerAlerts({ alerts }: { readonly alerts: readonly ServnetAlert[] }) {
  const { t } = useTranslation('buyers')
  return (
    <Panel title={t('alerts.title')}>
      {alerts.length === 0 ? (
        <p>{t('alerts.none')}</p>
      ) : (
        <ul>
          {alerts.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function AlertLine({ alert }: { readonly alert: ServnetAlert }) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  const mayOpen = useHasService('servnet')
  const { id, kind, buyer, at, from, to } = alert
  const words = t(`alerts.${kind}`, { buyer })
  return (
    <li className={rows['row']}>
      <AlertSign kind={kind} />
      <div className={rows['text']}>
        {mayOpen ? (
          <Link className={rows['title']} href={alertPath(id)}>
            {words}
          </Link>
        ) : (
          <span className={rows['title']}>{words}</span>
        )}
        {(from !== null || to !== null) && (
          <p className={rows['change']}>
            <LimitChange from={from} to={to} />
          </p>
        )}
        <p className={rows['when']}>
          <time dateTime={at}>{formatDay(language, at)}</time>
        </p>
      </div>
    </li>
  )
}
