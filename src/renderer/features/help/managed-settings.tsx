import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManagedView } from '../../../shared/contract/app/managed.ts'
import { callPortal } from '../../common/data/portal.ts'
import styles from './managed-settings.module.css'

/**
 * What an administrator has set here and where, for a help desk to be told: the names as the document
 * for administrators has them, and no values. Nothing where nothing is set.
 */
export function ManagedSettings() {
  const { t } = useTranslation('help')
  const [view, setView] = useState<ManagedView | null>(null)
  useEffect(() => {
    const load = async () => {
      const result = await callPortal('app.managed', {})
      if (result.ok) setView(result.data)
    }
    void load()
  }, [])
  if (view === null || view.settings.length === 0) return null
  return (
    <section className={styles['managed']} aria-labelledby="managed-settings">
      <h3 id="managed-settings">{t('about.managed.title')}</h3>
      <ul>
        {view.sources.map(({ by, place }) => (
          <li key={by}>
            {t(`about.managed.${by}`)} <bdi className={styles['place']}>{place}</bdi>
            <span className={styles['names']}>
              {view.settings
                .filter((setting) => setting.by === by)
                .map(({ name }) => (
                  <code key={name}>{name}</code>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
