import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { Dashboard, Figure } from '../../../../shared/contract/credit/dashboard.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import { dash, sumOf } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { HelpPopup } from '../../../ui/help-popup.tsx'
import { useFigureFormats, useNoRate, type OfDashboard } from './figure.tsx'

/** The bars of new decisions are explained as one, as they add up. */
export type Explained =
  | Exclude<Figure, 'new-decisions-zero' | 'new-decisions-partial' | 'new-decisions-full'>
  | 'new-decisions'

type ExplanationProps = OfDashboard & { readonly figure: Explained }

/** The "?" of a figure: how it is computed, and that computation with the numbers on the screen. */
export function Explanation({ figure, dashboard }: ExplanationProps) {
  const { t } = useTranslation('dashboard')
  const { day } = useFigureFormats()
  const computation = useComputation(figure, dashboard)
  const noRate = useNoRate(dashboard)
  const days = { from: day(dashboard.from), to: day(dashboard.to) }
  return (
    <HelpPopup title={t('explain.title', { figure: t(`figures.${figure}`) })}>
      <p>{t(`explain.${figure}`, days)}</p>
      {computation !== null && <p>{computation}</p>}
      {isOfMoney(figure) && <Conversion dashboard={dashboard} />}
      {isOfMoney(figure) && noRate !== null && <p>{noRate}.</p>}
    </HelpPopup>
  )
}

function isOfMoney(figure: Explained): boolean {
  return figure !== 'applications' && figure !== 'decisions'
}

/** Nothing where all there is is in the currency of the report. */
function Conversion({ dashboard: { rates, currency, to } }: OfDashboard) {
  const { t } = useTranslation('dashboard')
  const { day } = useFigureFormats()
  if (rates.every((one) => one.currency === currency)) return null
  return <p>{t('explain.rates', { currency, day: day(to) })}</p>
}

/** The figure with what it is made of; null where the figure stands for itself. */
function useComputation(figure: Explained, dashboard: Dashboard): string | null {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const { percent, rating, count } = useFigureFormats()
  const exact = (money: Money | null) => (money === null ? dash : formatMoney(language, money))
  const { position, change } = dashboard
  const amount = (money: Money | null) =>
    t('explain.amount', { figure: t(`figures.${figure}`), amount: exact(money) })
  switch (figure) {
    case 'risk-acceptance': {
      const { percent: value, granted, applied } = position.riskAcceptance
      if (value === null) return t('explain.riskAcceptanceNone')
      return t('explain.riskAcceptanceNumbers', {
        percent: percent(value),
        granted: exact(granted),
        applied: exact(applied),
      })
    }
    case 'applications':
      return t('explain.applicationsNumbers', {
        applications: count(position.applications),
        decisions: count(position.decisions),
        pending: count(Math.max(0, position.applications - position.decisions)),
      })
    case 'decisions':
      return t('explain.decisionsNumbers', {
        applications: count(position.applications),
        decisions: count(position.decisions),
      })
    case 'abr': {
      const { value, ratedShare, ratedCld } = position.abr
      if (value === null) return t('abr.none')
      return t('explain.abrNumbers', {
        abr: rating(value),
        rated: exact(ratedCld),
        share: percent(ratedShare),
        total: exact(position.totalCld),
      })
    }
    case 'largest-policies':
    case 'deteriorations':
      return null
    case 'new-decisions': {
      const { zero, partialNotCovered, partialCovered, full } = change.newDecisions
      return t('explain.newDecisionsNumbers', {
        zero: exact(zero),
        notCovered: exact(partialNotCovered),
        covered: exact(partialCovered),
        full: exact(full),
        total: exact(sumOf([zero, partialNotCovered, partialCovered, full])),
      })
    }
    case 'deductions':
      return amount(change.deductions)
    case 'future-deductions':
      return amount(change.futureDeductions)
    case 'customer-cuts':
      return amount(change.customerCuts)
    case 'ended-temporary':
      return amount(change.endedTemporary)
    case 'pending-applications':
      return amount(change.pendingApplications)
    default:
      return assertNever(figure)
  }
}
