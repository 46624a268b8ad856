/** Single figures: amounts, percentages, ratings, or a dash and why; each leads to its rows. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearch } from 'wouter'
import type { Money } from '../../../../shared/contract/common.ts'
import type { Dashboard, Figure } from '../../../../shared/contract/credit/dashboard.ts'
import { formatWholeMoney } from '../../../../shared/i18n/money.ts'
import {
  dash,
  formatCount,
  formatPercent,
  formatRating,
  formatReportDay,
} from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { buyerPath, figurePath } from '../../../common/navigation/navigation.ts'
import styles from './figure.module.css'

const orDash =
  <Value,>(format: (value: Value) => string) =>
  (value: Value | null) =>
    value === null ? dash : format(value)

/** How the language on screen writes figures; what is not known is a dash. */
export function useFigureFormats() {
  const language = useLanguage()
  return {
    money: orDash((money: Money) => formatWholeMoney(language, money)),
    percent: orDash((percent: number) => formatPercent(language, percent)),
    rating: orDash((rating: number) => formatRating(language, rating)),
    count: (count: number) => formatCount(language, count),
    day: (day: string) => formatReportDay(language, day),
  }
}

/** A dash, and for whoever listens that it stands for no value. */
export function Dash() {
  const { t } = useTranslation('dashboard')
  return (
    <>
      <span aria-hidden="true">{dash}</span>
      <span className="visually-hidden">{t('dash')}</span>
    </>
  )
}

/** An amount; where a currency has no rate, a dash and which one that is. */
export function Amount({ money, dashboard }: { readonly money: Money | null } & OfDashboard) {
  const { money: format } = useFigureFormats()
  if (money !== null) return format(money)
  return (
    <>
      <Dash />
      <NoRate dashboard={dashboard} />
    </>
  )
}

export type OfDashboard = { readonly dashboard: Dashboard }

/** Which currencies have no rate on the day of the report. */
export function NoRate({ dashboard }: OfDashboard) {
  const sentence = useNoRate(dashboard)
  return sentence === null ? null : <span className={styles['noRate']}>{sentence}</span>
}

/** The same as a sentence, or null where all of them have one. */
export function useNoRate({ rates, to }: Dashboard): string | null {
  const { t } = useTranslation('dashboard')
  const { day } = useFigureFormats()
  const currencies = rates.filter(({ rate }) => rate === null).map(({ currency }) => currency)
  if (currencies.length === 0) return null
  return t('noRate', { currencies: currencies.join(', '), day: day(to) })
}

/** The address of a figure's rows, of the report that is shown. */
export function useFigureAddress(): (figure: Figure) => string {
  const search = useSearch()
  return (figure) => `${figurePath(figure)}${search === '' ? '' : `?${search}`}`
}

type FigureLinkProps = {
  readonly figure: Figure
  readonly size?: 'large' | 'usual'
  readonly children: ReactNode
}

/** A figure that leads to the rows that make it up. */
export function FigureLink({ figure, size = 'usual', children }: FigureLinkProps) {
  const { t } = useTranslation('dashboard')
  const addressOf = useFigureAddress()
  return (
    <Link className={styles[size]} href={addressOf(figure)}>
      {children}
      <span className="visually-hidden"> ({t('seeRows', { figure: t(`figures.${figure}`) })})</span>
    </Link>
  )
}

/** A buyer's name, in its own direction, that leads to its page. */
export function BuyerLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link href={buyerPath(id)}>
      <bdi>{name}</bdi>
    </Link>
  )
}
