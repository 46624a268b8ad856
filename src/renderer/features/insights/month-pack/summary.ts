import { useTranslation } from 'react-i18next'
import type { Money } from '../../../../shared/contract/common.ts'
import type { Dashboard } from '../../../../shared/contract/credit/dashboard.ts'
import { sumOf } from '../../../common/credit/figure-formats.ts'
import { useFigureFormats, useNoRate } from '../figures/figure.tsx'

/**
 * What a month was, in sentences that are made of its figures and of nothing else. What is not known for
 * want of a rate is left out, and that is said.
 */
export function useSummary(dashboard: Dashboard): readonly string[] {
  const noRate = useNoRate(dashboard)
  const sentences = [
    useCovered(dashboard),
    useAcceptance(dashboard),
    useAverageRating(dashboard),
    useDecided(dashboard),
    ...useCuts(dashboard),
    useWorst(dashboard),
    noRate === null ? null : `${noRate}.`,
  ]
  return sentences.filter((sentence) => sentence !== null)
}

function useCovered({ position: { buyers, totalCld } }: Dashboard): string | null {
  const { t } = useTranslation('month-pack')
  const { money, count } = useFigureFormats()
  if (buyers === 0) return t('summary.coveredNone')
  if (totalCld === null) return null
  return t('summary.covered', { count: buyers, buyers: count(buyers), total: money(totalCld) })
}

function useAcceptance({ position: { riskAcceptance } }: Dashboard): string {
  const { t } = useTranslation('month-pack')
  const { percent } = useFigureFormats()
  if (riskAcceptance.percent === null) return t('summary.acceptanceNone')
  const before = riskAcceptance.months.at(-2)?.percent ?? null
  const now = percent(riskAcceptance.percent)
  if (before === null) return t('summary.acceptanceFirst', { percent: now })
  if (percent(before) === now) return t('summary.acceptanceSame', { percent: now })
  return t('summary.acceptance', { percent: now, before: percent(before) })
}

/** By what is written: a change that nobody sees is none. */
function useAverageRating({ position: { abr } }: Dashboard): string | null {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const { rating } = useFigureFormats()
  if (abr.value === null) return t('dashboard:abr.none')
  const now = rating(abr.value)
  if (abr.before === null) return t('summary.abrFirst', { abr: now })
  const before = rating(abr.before)
  if (before === now) return t('summary.abrSame', { abr: now })
  return t(abr.value > abr.before ? 'summary.abrWorse' : 'summary.abrBetter', { abr: now, before })
}

function useDecided({ change: { newDecisions } }: Dashboard): string | null {
  const { t } = useTranslation('month-pack')
  const { money } = useFigureFormats()
  const { zero, partialNotCovered, partialCovered, full } = newDecisions
  const applied = sumOf([zero, partialNotCovered, partialCovered, full])
  const granted = sumOf([partialCovered, full])
  if (applied === null || granted === null) return null
  if (isNothing(applied)) return t('summary.decidedNone')
  return t('summary.decided', { applied: money(applied), granted: money(granted) })
}

/** What was cut, what will be, and what waits. */
function useCuts({ change }: Dashboard): readonly (string | null)[] {
  const { t } = useTranslation('month-pack')
  const { money } = useFigureFormats()
  return [
    amounted(change.deductions, t('summary.deductionsNone'), (amount) =>
      t('summary.deductions', { amount: money(amount) }),
    ),
    amounted(change.futureDeductions, t('summary.futureNone'), (amount) =>
      t('summary.future', { amount: money(amount) }),
    ),
    amounted(change.pendingApplications, t('summary.pendingNone'), (amount) =>
      t('summary.pending', { amount: money(amount) }),
    ),
  ]
}

function useWorst({ change: { deteriorations } }: Dashboard): string {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const [worst] = deteriorations
  if (worst === undefined) return `${t('dashboard:noDeteriorations')}.`
  const { name, rating: to, deterioration } = worst
  return t('summary.worst', { name, from: to - deterioration, to })
}

function amounted(
  money: Money | null,
  none: string,
  some: (amount: Money) => string,
): string | null {
  if (money === null) return null
  return isNothing(money) ? none : some(money)
}

function isNothing({ amount }: Money): boolean {
  return Number(amount) === 0
}
