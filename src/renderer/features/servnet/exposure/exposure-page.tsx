import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExposureView } from '../../../../shared/contract/servnet/exposure.ts'
import { useIsOffline } from '../../../common/data/portal-status.ts'
import { Content } from '../../../common/frames/content.tsx'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { TableQuestions } from '../../../common/tables/table-questions.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { ProductsNav } from '../products-nav.tsx'
import { Customers } from './customers.tsx'
import { ExposureFigures } from './exposure-figures.tsx'
import { AgedNotice } from './exposure-signs.tsx'
import styles from './exposure.module.css'
import { LedgerReading } from './ledger-reading.tsx'
import { LedgerSource } from './ledger-source.tsx'
import { LedgerStart } from './ledger-start.tsx'
import { useExposure, type Exposure } from './use-exposure.ts'

/** What customers owe against what covers it, from a ledger that stays on this computer. */
export function ExposurePage() {
  const { t } = useTranslation('exposure')
  const { kept, exposure } = useExposure()
  const title = t('title')
  return (
    <Content width="full">
      <div className={styles['page']}>
        <PageHeading title={title}>{title}</PageHeading>
        <ProductsNav />
        {kept.error !== null && (
          <LoadFailure
            means="nothingKept"
            error={kept.error.error}
            busy={kept.isFetching}
            onRetry={() => void kept.refetch()}
          />
        )}
        {exposure.error !== null && <FailureNotice error={exposure.error} />}
        {kept.isPending && <Loading text={t('loading')} />}
        {kept.data !== undefined &&
          (exposure.view === null ? (
            <LedgerStart exposure={exposure} />
          ) : (
            <Ledger exposure={exposure} view={exposure.view} />
          ))}
      </div>
    </Content>
  )
}

type LedgerProps = { readonly exposure: Exposure; readonly view: ExposureView }

function Ledger({ exposure, view }: LedgerProps) {
  const { t } = useTranslation('exposure')
  const customers = useRef<HTMLHeadingElement>(null)
  return (
    <>
      <LedgerSource exposure={exposure} view={view} />
      <Doubts view={view} />
      {view.questions.length > 0 && (
        <TableQuestions
          title={t('questionsTitle')}
          questions={view.questions}
          onAnswer={exposure.change}
        />
      )}
      {view.totals !== null && (
        <ExposureFigures totals={view.totals} onShow={() => customers.current?.focus()} />
      )}
      <LedgerReading view={view} onChange={exposure.change} />
      {view.totals !== null && (
        <Customers title={customers} totals={view.totals} round={exposure.round} />
      )}
    </>
  )
}

/** What makes the figures less than certain, or keeps them from being computed. */
function Doubts({ view }: Pick<LedgerProps, 'view'>) {
  const { t, i18n } = useTranslation(['exposure', 'tables'])
  const isOffline = useIsOffline()
  const missing = view.missing.map((field) => t(`fields.${field}`))
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  return (
    <>
      {view.isMixed && <Notice tone="warning">{t('tables:source.mixed')}</Notice>}
      {view.broken.length > 0 && (
        <Notice tone="warning">
          {t('tables:source.broken', { places: view.broken.join(', ') })}
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warning">{t('missing', { fields: list.format(missing) })}</Notice>
      )}
      {view.agedOn !== null && <AgedNotice agedOn={view.agedOn} />}
      {!view.isWhole && <Notice>{t('source.notWhole')}</Notice>}
      {isOffline && <Notice>{t('source.offline')}</Notice>}
    </>
  )
}
