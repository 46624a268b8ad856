import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import { policiesQuery } from '../../../common/credit/queries.ts'
import { formatMonth } from '../../../common/credit/figure-formats.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { asItIsQuery, dashboardQuery } from '../api.ts'
import { dayAt, monthReport, packMonthOf, packMonths } from '../period/period-rules.ts'
import { AnnexSheet } from './annex-sheet.tsx'
import { ChangeSheet } from './change-sheet.tsx'
import { ConcentrationSheet } from './concentration-sheet.tsx'
import { FirstSheet, type PackProps } from './first-sheet.tsx'
import styles from './month-pack.module.css'
import { SavePack } from './save-pack.tsx'

/** A month's figures for a board: chosen here, seen as the sheets that they are printed on. */
export function MonthPackPage() {
  const { t } = useTranslation('month-pack')
  const language = useLanguage()
  const [, navigate] = useLocation()
  const today = dayAt(useNow())
  const { month, isRefused } = packMonthOf(new URLSearchParams(useSearch()), today)
  const profile = useQuery(profileQuery)
  const currency = profile.data?.preferences.current.currency ?? null
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
    ...dashboardQuery(monthReport(month, today, currency ?? 'EUR')),
    enabled: currency !== null || profile.isError,
    placeholderData: keepPreviousData,
  })
  const policies = useQuery(policiesQuery)
  const concentration = useQuery({
    ...asItIsQuery(data?.dashboard.currency ?? ''),
    enabled: data !== undefined,
  })
  const isReady =
    data !== undefined && !isPlaceholderData && !policies.isPending && !concentration.isPending
  const name = formatMonth(language, month).long
  return (
    <Content width="full">
      <div className={styles['page']}>
        <div className={styles['controls']}>
          <PageHeading title={`${t('title')}, ${name}`}>{t('title')}</PageHeading>
          <p className={styles['lead']}>{t('lead')}</p>
          {isRefused && <Notice>{t('noSuchMonth', { month: name })}</Notice>}
          <div className={styles['bar']}>
            <SelectField
              id="month"
              label={t('month')}
              value={month}
              onChange={({ target: { value } }) =>
                navigate(`${paths.monthPack}?${new URLSearchParams({ month: value }).toString()}`)
              }
            >
              {packMonths(today).map((one) => (
                <option key={one} value={one}>
                  {formatMonth(language, one).long}
                </option>
              ))}
            </SelectField>
            <SavePack month={month} isReady={isReady} />
          </div>
          {data !== undefined && <AsAt freshness={data.freshness} />}
        </div>
        {data !== undefined ? (
          <Sheets
            {...{ month, today }}
            {...data}
            policies={policies.data?.policies ?? null}
            isFormer={isPlaceholderData}
          />
        ) : error === null ? (
          <Loading text={t('loading')} />
        ) : (
          <LoadFailure
            error={error.error}
            means="nothingKept"
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </Content>
  )
}

/** @param props.isFormer whether they are of another month than the one that was chosen */
function Sheets({ isFormer, ...props }: PackProps & { readonly isFormer: boolean }) {
  const { t } = useTranslation('month-pack')
  return (
    <section
      className={styles['sheets']}
      aria-label={t('preview')}
      data-former={isFormer || undefined}
      aria-busy={isFormer || undefined}
    >
      <FirstSheet {...props} />
      <ChangeSheet dashboard={props.dashboard} />
      <ConcentrationSheet {...props} />
      <AnnexSheet {...props} />
    </section>
  )
}
