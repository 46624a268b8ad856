import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WhatIf } from '../../../../shared/contract/insights/what-if.ts'
import { formatTenths } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { asItIsQuery } from '../api.ts'
import { Amount, Dash, useFigureFormats } from '../figures/figure.tsx'
import type { PackProps } from './first-sheet.tsx'
import styles from './paper.module.css'
import { PaperFigures, PaperTable, Part, Sheet } from './sheet.tsx'

/** How much hangs on how few: the largest buyers, as the lists on this computer have them, and the largest policies. */
export function ConcentrationSheet({ dashboard, today }: PackProps) {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const { day } = useFigureFormats()
  const { data, isPending } = useQuery(asItIsQuery(dashboard.currency))
  const isPast = dashboard.to < today
  return (
    <Sheet>
      <header className={styles['sheetHead']}>
        <h2 className={styles['sheetTitle']}>{t('concentration.title')}</h2>
        {isPast && <p className={styles['note']}>{t('concentration.asAt', { day: day(today) })}</p>}
      </header>
      {isPending ? null : data === undefined ? (
        <p>{t('concentration.unknown')}</p>
      ) : !data.isWhole ? (
        <p>{t('concentration.notWhole')}</p>
      ) : data.result.largest.length === 0 ? (
        <p>{t('concentration.none')}</p>
      ) : (
        <Concentration result={data.result} />
      )}
      <LargestPolicies dashboard={dashboard} />
    </Sheet>
  )
}

function Concentration({ result: { before, largest } }: { readonly result: WhatIf }) {
  const { t } = useTranslation(['month-pack', 'dashboard'])
  const language = useLanguage()
  const { percent, money, rating } = useFigureFormats()
  const shares = largest.map(({ share }) => share)
  const ten = shares.reduce<number | null>(
    (sum, share) => (sum === null || share === null ? null : sum + share),
    0,
  )
  const { likeEqualBuyers, largestShare } = before
  return (
    <>
      <PaperFigures
        facts={[
          {
            name: t('concentration.likeEqual'),
            value:
              likeEqualBuyers === null ? (
                <Dash />
              ) : (
                <span className={styles['words']}>
                  {t('concentration.likeEqualValue', {
                    number: formatTenths(language, likeEqualBuyers),
                  })}
                </span>
              ),
          },
          { name: t('concentration.largestShare'), value: percent(largestShare) },
          { name: t('concentration.tenShare'), value: percent(ten) },
        ]}
      />
      <Part title={t('concentration.largest')}>
        <PaperTable
          caption={t('concentration.largest')}
          columns={[
            t('dashboard:table.buyer'),
            t('dashboard:table.totalCld'),
            t('concentration.share'),
            t('dashboard:rows.columns.rating'),
          ]}
          rows={largest.map((buyer) => ({
            key: buyer.buyerId,
            cells: [
              <bdi key="name">{buyer.name}</bdi>,
              money(buyer.totalCld),
              percent(buyer.share),
              rating(buyer.rating),
            ],
          }))}
        />
      </Part>
    </>
  )
}

function LargestPolicies({ dashboard }: Pick<PackProps, 'dashboard'>) {
  const { t } = useTranslation('dashboard')
  const { rating, day } = useFigureFormats()
  const { largestPolicies } = dashboard.position
  return (
    <Part
      title={t('figures.largest-policies')}
      aside={t('positionAsAt', { day: day(dashboard.to) })}
    >
      {largestPolicies.length === 0 ? (
        <p>{t('abr.noPolicies')}</p>
      ) : (
        <PaperTable
          caption={t('figures.largest-policies')}
          texts={2}
          columns={[
            t('table.policyName'),
            t('table.policyId'),
            t('table.abr'),
            t('table.totalCld'),
          ]}
          rows={largestPolicies.map(({ id, name, abr, totalCld }) => ({
            key: id,
            cells: [
              <bdi key="name">{name}</bdi>,
              id,
              rating(abr),
              <Amount key="cld" money={totalCld} dashboard={dashboard} />,
            ],
          }))}
        />
      )}
    </Part>
  )
}
