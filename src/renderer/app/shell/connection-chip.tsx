import { useTranslation } from 'react-i18next'
import { useConnection, type Connection } from '../../common/data/connection.ts'
import { formatMoment } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import styles from './top-bar.module.css'

/**
 * Whether the portal answered the last time that something was asked of it; else how old what one
 * sees is. Being offline is neither an error nor red.
 */
export function ConnectionChip() {
  const connection = useConnection()
  const words = useWords(connection)
  return (
    <output>
      {connection !== null && (
        <span className={styles['chip']} data-state={connection.kind} title={words}>
          <span className={styles['sign']} aria-hidden="true" />
          <span className={styles['words']}>{words}</span>
        </span>
      )}
    </output>
  )
}

function useWords(connection: Connection | null): string | undefined {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  if (connection === null) return undefined
  if (connection.kind === 'online') return t('connection.online')
  if (connection.dataFrom === null) return t('connection.offline')
  return t('connection.offlineData', { date: formatMoment(language, connection.dataFrom) })
}
