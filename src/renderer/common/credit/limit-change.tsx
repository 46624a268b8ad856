import { useTranslation } from 'react-i18next'
import { formatMoney, formatMoneyChange } from '../../../shared/i18n/money.ts'
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import { useLanguage } from '../i18n/languages.ts'
import { Unbroken } from '../../ui/unbroken.tsx'

type LimitChangeProps = Pick<ServnetAlert, 'from' | 'to'>

/** "EUR 250,000 → 0", read out as "from … to …"; nothing where neither is known. */
export function LimitChange({ from, to }: LimitChangeProps) {
  const { t } = useTranslation('alerts')
  const language = useLanguage()
  const change = formatMoneyChange(language, from, to)
  if (change === null) return null
  if (from === null || to === null) return <Unbroken>{change}</Unbroken>
  const spoken = { from: formatMoney(language, from), to: formatMoney(language, to) }
  return (
    <Unbroken>
      <span aria-hidden="true">{change}</span>
      <span className="visually-hidden">{t('spoken', spoken)}</span>
    </Unbroken>
  )
}
