import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuyerDetail } from '../../../../shared/contract/credit/buyers.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { LimitHistory } from '../../../common/credit/limit-history.tsx'
import { formatShortDay } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import styles from './buyer.module.css'
import { Panel } from './panel.tsx'

type Decision = BuyerDetail['decisions'][number]

type DecisionsProps = Pick<BuyerDetail, 'decisions' | 'limits'>

/** How the limit came to what it is: as a line, and every application and decision in a table. */
export function Decisions({ decisions, limits }: DecisionsProps) {
  const { t } = useTranslation('buyers')
  const policies = [...new Set(limits.map(({ policyId }) => policyId))]
  const [chosen, choose] = useState<string | null>(null)
  const policy = chosen ?? policies[0]
  const ofPolicy = decisions.filter(({ policyId }) => policyId === policy)
  return (
    <Panel title={t('history.limit')}>
      {policies.length > 1 && policy !== undefined && (
        <PolicyChoice policies={policies} value={policy} onChoose={choose} />
      )}
      <LimitHistory course={ofPolicy} />
      <h3 className={styles['subtitle']}>{t('decisions.title')}</h3>
      {decisions.length === 0 ? (
        <p>{t('decisions.none')}</p>
      ) : (
        <DecisionTable decisions={decisions} hasPolicy={policies.length > 1} />
      )}
    </Panel>
  )
}

type PolicyChoiceProps = {
  readonly policies: readonly string[]
  readonly value: string
  readonly onChoose: (policy: string) => void
}

/** Limits under several policies may be of several currencies: each has a line of its own. */
function PolicyChoice({ policies, value, onChoose }: PolicyChoiceProps) {
  const { t } = useTranslation('buyers')
  const id = useId()
  return (
    <p className={styles['choice']}>
      <label htmlFor={id}>{t('filters.policy')}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {policies.map((policy) => (
          <option key={policy}>{policy}</option>
        ))}
      </select>
    </p>
  )
}

type DecisionTableProps = {
  readonly decisions: readonly Decision[]
  readonly hasPolicy: boolean
}

function DecisionTable({ decisions, hasPolicy }: DecisionTableProps) {
  const { t } = useTranslation(['buyers', 'credit', 'alerts'])
  const language = useLanguage()
  const day = (at: string | null) => (at === null ? '' : formatShortDay(language, at))
  return (
    <table className={styles['decisions']}>
      <thead>
        <tr>
          <th scope="col">{t('decisions.on')}</th>
          <th scope="col">{t('decisions.what')}</th>
          <th scope="col" data-align="end">
            {t('decisions.amount')}
          </th>
          <th scope="col">{t('decisions.effective')}</th>
          {hasPolicy && <th scope="col">{t('columns.policy')}</th>}
          <th scope="col">{t('decisions.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ kind, at, amount, effectiveOn, policyId, reason, applicationId }) => (
          <tr key={`${policyId} ${at} ${kind} ${applicationId ?? ''}`}>
            <th scope="row">{day(at)}</th>
            <td>{t(`course.${kind}`, { ns: 'credit' })}</td>
            <td data-align="end">{formatMoney(language, amount)}</td>
            <td>
              {effectiveOn !== null && <time dateTime={effectiveOn}>{day(effectiveOn)}</time>}
            </td>
            {hasPolicy && <td>{policyId}</td>}
            <td>{reason !== null && t(`reasons.${reason}`, { ns: 'alerts' })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
