import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  formatDataMoment,
  formatRate,
  formatReportDay,
} from '../../../common/credit/figure-formats.ts'
import { useAppPart } from '../../../common/data/app-store.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { asItIsQuery } from '../api.ts'
import { useFigureFormats } from '../figures/figure.tsx'
import type { PackProps } from './first-sheet.tsx'
import styles from './paper.module.css'
import { PaperTable, Part, Sheet } from './sheet.tsx'

/** What the figures are of, at which rates, how each is computed, and where they are from. */
export function AnnexSheet(props: PackProps) {
  return (
    <Sheet>
      <Policies policies={props.policies} />
      <Rates {...props} />
      <Definitions {...props} />
      <Sources {...props} />
    </Sheet>
  )
}

function Policies({ policies }: Pick<PackProps, 'policies'>) {
  const { t } = useTranslation('month-pack')
  return (
    <Part title={t('policies.title')} isLong>
      {policies === null ? (
        <p>{t('policies.unknown')}</p>
      ) : policies.length === 0 ? (
        <p>{t('policies.none')}</p>
      ) : (
        <PaperTable
          caption={t('policies.title')}
          texts={3}
          columns={[
            t('policies.name'),
            t('policies.number'),
            t('policies.currency'),
            t('policies.mep'),
            t('policies.terms'),
          ]}
          rows={policies.map(({ id, name, currency, mepDays, maximumTermsDays }) => ({
            key: id,
            cells: [<bdi key="name">{name}</bdi>, id, currency, mepDays, maximumTermsDays],
          }))}
        />
      )}
    </Part>
  )
}

function Rates({ dashboard: { rates, currency } }: PackProps) {
  const { t } = useTranslation('month-pack')
  const language = useLanguage()
  const host = useHost()
  const isConverted = rates.some((one) => one.currency !== currency)
  const shown = rates.filter((one) => one.currency !== 'EUR')
  return (
    <Part title={t('rates.title')}>
      {!isConverted || shown.length === 0 ? (
        <p>{t('rates.none')}</p>
      ) : (
        <>
          <PaperTable
            caption={t('rates.title')}
            columns={[t('rates.currency'), t('rates.rate'), t('rates.date')]}
            rows={shown.map(({ currency: of, rate, date }) => ({
              key: of,
              cells: [
                of,
                rate === null ? t('rates.missing') : formatRate(language, rate),
                date === null ? '' : formatReportDay(language, date),
              ],
            }))}
          />
          <p className={styles['note']}>{t('rates.source', { host })}</p>
        </>
      )}
    </Part>
  )
}

const explained = [
  'risk-acceptance',
  'abr',
  'new-decisions',
  'deductions',
  'future-deductions',
  'customer-cuts',
  'ended-temporary',
  'pending-applications',
  'deteriorations',
] as const

function Definitions({ dashboard }: PackProps) {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const { day } = useFigureFormats()
  const days = { from: day(dashboard.from), to: day(dashboard.to) }
  return (
    <Part title={t('annex.title')} isLong>
      <dl className={styles['definitions']}>
        <Definition name={t('dashboard:abr.totalCld')}>{t('annex.totalCld')}</Definition>
        {explained.map((figure) => (
          <Definition key={figure} name={t(`dashboard:figures.${figure}`)}>
            {t(`dashboard:explain.${figure}`, days)}
          </Definition>
        ))}
        <Definition name={t('concentration.title')}>{t('annex.concentration')}</Definition>
      </dl>
    </Part>
  )
}

type DefinitionProps = { readonly name: string; readonly children: string }

function Definition({ name, children }: DefinitionProps) {
  return (
    <div className={styles['definition']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Sources({ dashboard }: PackProps) {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const language = useLanguage()
  const host = useHost()
  const { data } = useQuery(asItIsQuery(dashboard.currency))
  const isConverted = dashboard.rates.some((one) => one.currency !== dashboard.currency)
  return (
    <Part title={t('sources.title')}>
      <div className={styles['sources']}>
        <p>
          {t('sources.figures', { host, ...formatDataMoment(language, dashboard.dataUpdatedAt) })}
        </p>
        {data?.isWhole === true && (
          <p>{t('sources.lists', formatDataMoment(language, data.freshness.fetchedAt))}</p>
        )}
        {isConverted && <p>{t('annex.conversion', { currency: dashboard.currency })}</p>}
        <p>{t('dashboard:footer.confidential')}</p>
      </div>
    </Part>
  )
}

function useHost(): string {
  return useAppPart((state) => state?.portalHost ?? '')
}
