import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Buyer, BuyerDetail } from '../../../../shared/contract/credit/buyers.ts'
import { formatShortDay } from '../../../common/credit/list-formats.ts'
import { metaQuery } from '../../../common/data/queries.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { StepLine } from '../../../ui/charts/step-line.tsx'
import { useNow } from '../../../ui/clock.ts'
import { ArrowDownIcon, ArrowUpIcon } from '../../../ui/icons.tsx'
import styles from './buyer.module.css'
import { HistoryTable, Panel } from './panel.tsx'

type Ratings = BuyerDetail['ratings']

type RatingPanelProps = {
  readonly buyer: Buyer
  /** Oldest first. */
  readonly history: Ratings
}

/** The rating with what it means, the way that it goes, and how it came to that. */
export function RatingPanel({ buyer, history }: RatingPanelProps) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const { data: meta } = useQuery(metaQuery)
  const band = meta?.ratingBands.find(({ id }) => id === buyer.band)
  return (
    <Panel title={t('rating.title')}>
      {buyer.rating === null ? (
        <p>{t('rating.none')}</p>
      ) : (
        <p className={styles['rating']}>
          <strong className={styles['figure']}>{buyer.rating}</strong>
          {band !== undefined && <span className={styles['band']}>{band.name[language]}</span>}
          <Direction history={history} />
        </p>
      )}
      <p className={styles['quiet']}>{t('rating.scale')}</p>
      {history.length > 0 && <RatingHistory history={history} />}
    </Panel>
  )
}

/** By how much it is another than before, since when, and whether that is good. */
function Direction({ history }: { readonly history: Ratings }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const [present, before] = history.toReversed()
  if (present === undefined) return null
  const date = formatShortDay(language, present.on)
  const change = before === undefined ? 0 : present.rating - before.rating
  if (change === 0) return <span className={styles['way']}>{t('rating.unchanged', { date })}</span>
  const Arrow = change > 0 ? ArrowUpIcon : ArrowDownIcon
  const signed = new Intl.NumberFormat(language, { signDisplay: 'always' }).format(change)
  return (
    <span className={styles['direction']}>
      <Arrow size={18} />
      {t(change > 0 ? 'rating.worse' : 'rating.better', { change: signed, date })}
    </span>
  )
}

/** The greatest rating that there is. */
const worst = 100

function RatingHistory({ history }: { readonly history: Ratings }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const now = useNow()
  const day = (on: string) => formatShortDay(language, on)
  return (
    <>
      <StepLine
        label={t('rating.history')}
        hint={t('history.keys')}
        steps={history.map(({ on, rating }) => ({
          at: Date.parse(on),
          value: rating,
          spoken: t('history.spoken', { date: day(on), value: rating }),
        }))}
        until={now}
        most={worst}
        formatValue={String}
        formatTime={(time) => day(new Date(time).toISOString())}
      />
      <HistoryTable
        caption={t('rating.history')}
        heads={[t('rating.on'), t('rating.title')]}
        rows={history.toReversed().map(({ on, rating }) => ({
          key: on,
          cells: [day(on), String(rating)],
        }))}
      />
    </>
  )
}
