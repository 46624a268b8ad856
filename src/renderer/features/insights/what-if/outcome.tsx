import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import type { WhatIf, WhatIfAnswer } from '../../../../shared/contract/insights/what-if.ts'
import {
  dash,
  formatCount,
  formatDataMoment,
  formatPercentChange,
  formatRate,
  formatRatingChange,
  formatReportDay,
  formatTenths,
} from '../../../common/credit/figure-formats.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { metaQuery } from '../../../common/data/queries.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { copyTable } from '../copy-table.ts'
import { BuyerLink, useFigureFormats } from '../figures/figure.tsx'
import { Comparison, useMoneyChange, type Row } from './comparison.tsx'
import { useSaid, type Supposed } from './said-suppositions.ts'
import styles from './what-if.module.css'

type OutcomeProps = { readonly answer: WhatIfAnswer; readonly supposed: Supposed }

/** What the figures were: never without the mark that they are hypothetical, nor without what was supposed. */
export function Outcome({ answer, supposed }: OutcomeProps) {
  const { t } = useTranslation('what-if')
  const said = useSaid(supposed)
  const { result } = answer
  const rows = useFigureRows(result)
  return (
    <>
      <Mark said={said} />
      <Limits answer={answer} />
      <Comparison caption={t('result.title')} first={t('result.figure')} rows={rows} />
      <CopyButton said={said} rows={rows} />
      <Bands result={result} />
      <Concerned result={result} />
      <Origin answer={answer} />
    </>
  )
}

function Mark({ said }: { readonly said: readonly string[] }) {
  const { t } = useTranslation('what-if')
  return (
    <div className={styles['mark']}>
      <p className={styles['markTitle']}>{t('mark')}</p>
      <p>{t('markText')}</p>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** What of it is not known, and why. */
function Limits({ answer: { result, isWhole } }: Pick<OutcomeProps, 'answer'>) {
  const { t } = useTranslation('what-if')
  const hasLimits = useHasService('servnet')
  const sentences = [
    ...(isWhole ? [] : [t('result.notWhole')]),
    ...(hasLimits ? [] : [t('result.noLimits')]),
    ...(result.before.totalCld === null ? [t('result.noRate')] : []),
  ]
  if (sentences.length === 0) return null
  return <p className={styles['limits']}>{sentences.join(' ')}</p>
}

function useFigureRows({ before, after }: WhatIf): readonly Row[] {
  const { t } = useTranslation(['what-if', 'dashboard'])
  const language = useLanguage()
  const { money } = useFigureFormats()
  const moneyChange = useMoneyChange()
  // With a tenth, as the difference has one.
  const percent = (value: number | null) =>
    value === null ? dash : formatPercentChange(language, Math.round(value * 10) / 10, 'never')
  const tenths = (value: number | null) => (value === null ? dash : formatTenths(language, value))
  const changeOf = (one: number | null, other: number | null, write: (by: number) => string) => {
    if (one === null || other === null) return dash
    const by = Math.round((other - one) * 10) / 10
    return by === 0 ? t('result.same') : write(by)
  }
  const points = (by: number) => formatRatingChange(language, by)
  const percents = (by: number) => t('result.points', { change: points(by) })
  return [
    [
      t('dashboard:abr.totalCld'),
      money(before.totalCld),
      money(after.totalCld),
      moneyChange(before.totalCld, after.totalCld),
    ],
    ['ABR', tenths(before.abr), tenths(after.abr), changeOf(before.abr, after.abr, points)],
    [
      t('dashboard:abr.ratedShare'),
      percent(before.ratedShare),
      percent(after.ratedShare),
      changeOf(before.ratedShare, after.ratedShare, percents),
    ],
    [
      t('dashboard:figures.risk-acceptance'),
      percent(before.riskAcceptance),
      percent(after.riskAcceptance),
      changeOf(before.riskAcceptance, after.riskAcceptance, percents),
    ],
    [
      t('result.likeEqual'),
      tenths(before.likeEqualBuyers),
      tenths(after.likeEqualBuyers),
      changeOf(before.likeEqualBuyers, after.likeEqualBuyers, points),
    ],
    [
      t('result.largestShare'),
      percent(before.largestShare),
      percent(after.largestShare),
      changeOf(before.largestShare, after.largestShare, percents),
    ],
    [
      t('result.buyers'),
      formatCount(language, before.buyers),
      formatCount(language, after.buyers),
      changeOf(before.buyers, after.buyers, points),
    ],
  ]
}

type CopyButtonProps = { readonly said: readonly string[]; readonly rows: readonly Row[] }

/** The copy says first what it is, wherever it is pasted. */
function CopyButton({ said, rows }: CopyButtonProps) {
  const { t } = useTranslation(['what-if', 'dashboard'])
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = () => {
    const columns = [
      t('result.figure'),
      t('result.before'),
      t('result.after'),
      t('result.difference'),
    ]
    setCopied(copyTable({ columns, rows }, [`${t('mark')}. ${t('markText')}`, ...said]))
  }
  return (
    <div className={styles['copy']}>
      <Button variant="secondary" onClick={copy}>
        {t('dashboard:panel.copy')}
      </Button>
      <output>
        {copied !== null && t(copied ? 'dashboard:panel.copied' : 'dashboard:panel.notCopied')}
      </output>
    </div>
  )
}

function Bands({ result }: { readonly result: WhatIf }) {
  const { t } = useTranslation('what-if')
  const language = useLanguage()
  const { money } = useFigureFormats()
  const moneyChange = useMoneyChange()
  const { data: meta } = useQuery(metaQuery)
  const names = new Map(meta?.ratingBands.map(({ id, name }) => [id, name[language]]))
  const rows = result.bands.map(({ band, before, after }): Row => {
    const name = band === null ? t('result.unrated') : (names.get(band) ?? band)
    return [name, money(before), money(after), moneyChange(before, after)]
  })
  return <Comparison caption={t('result.bands')} first={t('result.band')} rows={rows} />
}

function Concerned({ result: { concerned, concernedCount } }: { readonly result: WhatIf }) {
  const { t } = useTranslation(['what-if', 'dashboard'])
  const { money, rating, count } = useFigureFormats()
  if (concernedCount === 0) return <p>{t('result.nobody')}</p>
  return (
    <div className={styles['wide']}>
      <table className={styles['table']}>
        <caption>
          {t('result.concerned')}{' '}
          {concernedCount > concerned.length && (
            <span className={styles['quiet']}>
              {t('result.concernedOf', {
                shown: concerned.length,
                total: count(concernedCount),
              })}
            </span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboard:table.buyer')}</th>
            <th scope="col" data-end>
              {t('result.before')}
            </th>
            <th scope="col" data-end className={styles['supposed']}>
              {t('result.after')}
            </th>
            <th scope="col" data-end>
              {t('dashboard:rows.columns.rating')}
            </th>
          </tr>
        </thead>
        <tbody>
          {concerned.map(({ buyerId, name, before, after, ratingBefore, ratingAfter }) => (
            <tr key={buyerId}>
              <th scope="row">
                <BuyerLink id={buyerId} name={name} />
              </th>
              <td data-end>{money(before)}</td>
              <td data-end className={styles['supposed']}>
                {money(after)}
              </td>
              <td data-end>
                {ratingBefore === ratingAfter
                  ? rating(ratingAfter)
                  : `${rating(ratingBefore)} → ${rating(ratingAfter)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** From which lists and by which rates. */
function Origin({ answer: { result, freshness } }: Pick<OutcomeProps, 'answer'>) {
  const { t } = useTranslation(['what-if', 'dashboard'])
  const language = useLanguage()
  const rates = result.rates.flatMap(({ currency, rate, date }) =>
    currency === 'EUR' || rate === null || date === null
      ? []
      : [
          t('dashboard:footer.rate', {
            rate: formatRate(language, rate),
            currency,
            day: formatReportDay(language, date),
          }),
        ],
  )
  return (
    <footer className={styles['origin']}>
      <p>{t('result.lists', formatDataMoment(language, freshness.fetchedAt))}</p>
      {rates.length > 0 && <p>{t('dashboard:footer.rates', { rates: rates.join(' · ') })}</p>}
    </footer>
  )
}
