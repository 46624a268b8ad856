import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { usePolicies } from '../../common/credit/queries.ts'
import rows from '../../common/credit/rows.module.css'
import { StatusSign } from '../../common/credit/signs.tsx'
import { formatDay } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { PendingMark, useWaiting } from '../../common/offline/pending.tsx'
import { declarationsQuery } from './api.ts'
import { Part } from '../../common/facts/facts.tsx'
import { Moment, PagedList } from './paged-list.tsx'
import { periodName } from './turnover-periods.ts'

type RowProps = {
  readonly period: string
  readonly policyId: string
  readonly amount: string
  readonly at: string
  readonly state: 'waiting' | 'stands' | 'replaced'
}

/** What was declared, newest first; before it what waits here to be sent. */
export function Declarations() {
  const { t } = useTranslation('products')
  const language = useLanguage()
  const client = useClientInView()
  const query = useInfiniteQuery(declarationsQuery(client))
  const policies = usePolicies().data?.policies ?? []
  // In a client's view none of another's.
  const waiting = useWaiting('declareTurnover').filter(
    ({ edit: { declaration } }) =>
      client === null || policies.some(({ id }) => id === declaration.policyId),
  )
  const texts = {
    loading: t('turnover.loading'),
    none: t('turnover.none'),
    more: t('turnover.more'),
  }
  return (
    <Part title={t('turnover.declared')}>
      {waiting.length > 0 && (
        <ul>
          {waiting.map(({ id, queuedAt, edit: { declaration } }) => (
            <Row
              key={id}
              {...declaration}
              amount={formatMoney(language, declaration.amount)}
              at={queuedAt}
              state="waiting"
            />
          ))}
        </ul>
      )}
      <PagedList query={query} texts={texts}>
        {(one) => (
          <Row
            key={one.id}
            {...one}
            amount={formatMoney(language, one.amount)}
            at={one.declaredAt}
            state={one.replaced ? 'replaced' : 'stands'}
          />
        )}
      </PagedList>
    </Part>
  )
}

const signs = { waiting: 'pending', stands: 'accepted', replaced: 'expired' } as const

function Row({ period, policyId, amount, at, state }: RowProps) {
  const { t } = useTranslation(['products', 'servnet'])
  const language = useLanguage()
  return (
    <li className={rows['row']} data-handled={state === 'replaced' || undefined}>
      <StatusSign status={signs[state]} />
      <div className={rows['text']}>
        <p className={rows['title']}>{periodName(language, period)}</p>
        <p className={rows['when']}>
          <Moment at={at}>{formatDay(language, at)}</Moment>
          <span>{t('servnet:alerts.policy', { policyId })}</span>
          {state === 'replaced' && <span>{t('turnover.replaced')}</span>}
          {state === 'waiting' && <PendingMark />}
        </p>
      </div>
      <span className={rows['change']}>{amount}</span>
    </li>
  )
}
