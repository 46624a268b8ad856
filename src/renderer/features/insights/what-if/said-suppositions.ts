import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import type { Suppositions } from '../../../../shared/contract/insights/what-if.ts'
import {
  formatCount,
  formatPercentChange,
  formatRate,
} from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { SuppositionForm } from './supposition-form.ts'
import { useGroupOptions } from './supposition-fields.tsx'

/** What was computed: as it was sent, and the form that it was read from, for its names. */
export type Supposed = { readonly suppositions: Suppositions; readonly form: SuppositionForm }

/** Suppositions as one says them, a line each. */
export function useSaid({ suppositions, form }: Supposed): readonly string[] {
  const { t } = useTranslation('what-if')
  const language = useLanguage()
  const options = useGroupOptions()
  const { currency, worsening, cut } = suppositions
  const lines: string[] = []
  if (currency !== null) {
    const { code, to } = currency
    lines.push(
      to.kind === 'rate'
        ? t('said.rate', { currency: code, rate: formatRate(language, to.rate) })
        : t('said.percent', {
            currency: code,
            percent: formatPercentChange(language, to.percent),
          }),
    )
  }
  if (worsening !== null) {
    const { who, points } = worsening
    lines.push(
      who.kind === 'buyer'
        ? t('said.buyer', { name: form.worseBuyer?.name ?? '', points })
        : t('said.largest', {
            count: who.count,
            buyers: formatCount(language, who.count),
            points,
          }),
    )
  }
  if (cut !== null) {
    const { which, to } = cut
    const group = which.kind
    const named =
      group === 'buyer'
        ? form.cutBuyer?.name
        : options[group].find(({ value }) => value === form[group])?.label
    lines.push(
      to.kind === 'percent'
        ? t('said.cutPercent', {
            percent: formatPercentChange(language, to.percent, 'never'),
            which: named ?? '',
          })
        : t('said.cutAmount', { amount: formatMoney(language, to.amount), which: named ?? '' }),
    )
  }
  return lines
}
