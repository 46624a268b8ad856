import { useTranslation } from 'react-i18next'
import {
  formatDataMoment,
  formatRate,
  formatReportDay,
} from '../../../common/credit/figure-formats.ts'
import { Outside } from '../../../common/contact/contact-details.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import styles from './dashboard.module.css'
import type { OfDashboard } from '../figures/figure.tsx'

/** As of when the data are, at which rates they were converted, and whom they are for. */
export function DashboardFooter({ dashboard }: OfDashboard) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const rates = useRates(dashboard)
  return (
    <footer className={styles['footer']}>
      <p>{t('footer.updated', formatDataMoment(language, dashboard.dataUpdatedAt))}</p>
      {rates !== null && <p>{rates}</p>}
      <p>{t('footer.confidential')}</p>
      <p className={styles['terms']}>
        <Outside link="legal">{t('footer.terms')}</Outside>
      </p>
    </footer>
  )
}

/** The rates that there are, with their days; null where nothing was converted. */
function useRates({ rates, currency }: OfDashboard['dashboard']): string | null {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  if (rates.every((one) => one.currency === currency)) return null
  const sentences = rates.flatMap(({ currency: of, rate, date }) =>
    rate === null || date === null || of === 'EUR'
      ? []
      : [
          t('footer.rate', {
            rate: formatRate(language, rate),
            currency: of,
            day: formatReportDay(language, date),
          }),
        ],
  )
  return sentences.length === 0 ? null : t('footer.rates', { rates: sentences.join(' · ') })
}
