import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Money } from '../../../../shared/contract/common.ts'
import type { ExposureTotals } from '../../../../shared/contract/servnet/exposure.ts'
import type { AgeBand, CoverState } from '../../../../shared/contract/servnet/ledger-customers.ts'
import { formatWholeMoney } from '../../../../shared/i18n/money.ts'
import { dash, formatReportDay } from '../../../common/credit/figure-formats.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { AmountBars, type AmountBar } from '../../../ui/charts/amount-bars.tsx'
import { QuestionIcon, type Icon } from '../../../ui/icons.tsx'
import { ofReporting } from './exposure-signs.tsx'
import { FiguresTable, partsOf } from './figures-table.tsx'
import styles from './figures.module.css'

type ExposureFiguresProps = {
  readonly totals: ExposureTotals
  /** A link has narrowed the list: one goes on there. */
  readonly onShow: () => void
}

/** What is owed, what of it is covered, how old it is, and what is to be done. */
export function ExposureFigures({ totals, onShow }: ExposureFiguresProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const { owed, ratesOf, currency } = totals
  return (
    <section className={styles['figures']} aria-labelledby="exposure-owed">
      <div className={styles['headline']}>
        <h2 id="exposure-owed">{t('figures.owed')}</h2>
        <p className={styles['owed']}>
          <strong>{owed.amount === null ? dash : formatWholeMoney(language, owed.amount)}</strong>
          <span>
            {t('figures.customers', {
              count: owed.customers,
              customers: formatTotal(language, owed.customers),
            })}
          </span>
        </p>
        {owed.amount === null && <p className={styles['quiet']}>{t('figures.noRates')}</p>}
        {ratesOf !== null && (
          <p className={styles['quiet']}>
            {t('figures.rates', { currency, date: formatReportDay(language, ratesOf) })}
          </p>
        )}
      </div>
      <ToDo totals={totals} onShow={onShow} />
      <div className={styles['halves']}>
        <div className={styles['panel']}>
          <h3>{t('figures.cover')}</h3>
          <CoverBars totals={totals} onShow={onShow} />
        </div>
        <div className={styles['panel']}>
          <h3>{t('figures.ages')}</h3>
          <AgeBars totals={totals} />
        </div>
      </div>
      <FiguresTable totals={totals} />
    </section>
  )
}

/** Each leads to the customers that it counts. */
function ToDo({ totals: { reporting, toMatch }, onShow }: ExposureFiguresProps) {
  const { t } = useTranslation('exposure')
  return (
    <ul className={styles['todo']} aria-label={t('figures.todo')}>
      <ToDoItem
        icon={ofReporting.to_report}
        words={t('reporting.to_report')}
        count={reporting.to_report}
        query="reporting=to_report"
        onShow={onShow}
      />
      <ToDoItem
        icon={ofReporting.late}
        words={t('reporting.late')}
        count={reporting.late}
        query="reporting=late"
        onShow={onShow}
      />
      <ToDoItem
        icon={QuestionIcon}
        words={t('figures.toMatch')}
        count={toMatch}
        query="who=to_match"
        onShow={onShow}
      />
    </ul>
  )
}

type ToDoItemProps = Pick<ExposureFiguresProps, 'onShow'> & {
  readonly icon: Icon
  readonly words: string
  readonly count: number
  /** What the list is narrowed by, as its address writes it. */
  readonly query: string
}

function ToDoItem({ icon: Sign, words, count, query, onShow }: ToDoItemProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const customers = t('figures.customers', { count, customers: formatTotal(language, count) })
  return (
    <li data-none={count === 0 || undefined}>
      <Sign size={18} />
      <span>{words}</span>
      {count === 0 ? (
        <span>{customers}</span>
      ) : (
        <Link href={`${paths.exposure}?${query}`} onClick={onShow}>
          {customers}
        </Link>
      )}
    </li>
  )
}

const fillsOfCover = {
  covered: 'dark',
  over: 'hatch',
  refused: 'medium',
  unknown: 'light',
  no_rate: 'light',
} as const satisfies Record<CoverState, AmountBar['fill']>

function CoverBars({ totals, onShow }: ExposureFiguresProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const parts = partsOf(totals).filter(
    // A rate that is missing is seldom; the others say by being empty that they are.
    ({ state, part }) => state !== 'no_rate' || part.customers > 0,
  )
  return (
    <AmountBars
      label={t('figures.cover')}
      hint={t('figures.keys')}
      bars={parts.map(({ state, part }) => {
        const label = t(`cover.${state}`)
        const amount = part.amount === null ? dash : formatWholeMoney(language, part.amount)
        const customers = t('figures.customers', {
          count: part.customers,
          customers: formatTotal(language, part.customers),
        })
        return {
          key: state,
          label,
          size: sizeOf(part.amount),
          spoken: t('figures.spoken', { label, amount: `${amount}, ${customers}` }),
          end: (
            <span className={styles['end']}>
              <span>{amount}</span>
              {part.customers > 0 && (
                <Link href={`${paths.exposure}?cover=${state}`} onClick={onShow}>
                  {customers}
                </Link>
              )}
            </span>
          ),
          fill: fillsOfCover[state],
        }
      })}
    />
  )
}

const fillsOfAge = {
  not_due: 'light',
  '1_30': 'light',
  '31_60': 'medium',
  '61_90': 'medium',
  over_90: 'dark',
} as const satisfies Record<AgeBand, AmountBar['fill']>

function AgeBars({ totals: { ages } }: Pick<ExposureFiguresProps, 'totals'>) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return (
    <AmountBars
      label={t('figures.ages')}
      hint={t('figures.keys')}
      bars={ages.map(({ band, amount: money }) => {
        const label = t(`ages.${band}`)
        const amount = money === null ? dash : formatWholeMoney(language, money)
        return {
          key: band,
          label,
          size: sizeOf(money),
          spoken: t('figures.spoken', { label, amount }),
          end: amount,
          fill: fillsOfAge[band],
        }
      })}
    />
  )
}

/** Long enough for a bar; null where it is not known. */
function sizeOf(money: Money | null): number | null {
  return money === null ? null : Number(money.amount)
}
