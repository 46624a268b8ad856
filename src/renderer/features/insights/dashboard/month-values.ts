import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useFigureFormats, type OfDashboard } from '../figures/figure.tsx'

/** Risk acceptance by month, each bar with the words that it is told by. */
export function useMonths({ position: { riskAcceptance } }: OfDashboard['dashboard']) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const { percent } = useFigureFormats()
  return riskAcceptance.months.map(({ month, percent: value }, index) => {
    const { short, long } = formatMonth(language, month)
    const text = percent(value)
    const said = value === null ? t('chart.noDecision') : text
    return {
      key: month,
      label: short,
      year: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : null,
      name: long,
      percent: value,
      text,
      spoken: t('chart.spoken', { label: long, value: said }),
    }
  })
}
