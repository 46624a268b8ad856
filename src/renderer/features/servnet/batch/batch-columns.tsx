import { useTranslation } from 'react-i18next'
import {
  batchFields,
  type BatchChange,
  type BatchView,
} from '../../../../shared/contract/servnet/batch.ts'
import { policyName } from '../../../common/credit/policy-options.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { ColumnMatching } from '../../../common/tables/column-matching.tsx'
import { TableAnswers } from '../../../common/tables/table-answers.tsx'
import { PolicyOfRows } from '../../../common/tables/policy-of-rows.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './batch.module.css'

type BatchColumnsProps = {
  readonly view: BatchView
  readonly onChange: (change: BatchChange) => void
}

/** What each column holds, as it was guessed or remembered; and what holds for rows that say nothing. */
export function BatchColumns({ view, onChange }: BatchColumnsProps) {
  const { t } = useTranslation('batch')
  const { columns, hasHeader, isKnown } = view
  return (
    <ColumnMatching
      {...{ columns, hasHeader, isKnown }}
      fields={batchFields}
      nameOf={(field) => t(`fields.${field}`)}
      needsHelp={!columns.some(({ field }) => field === 'amount')}
      onHeader={(isTitled) => onChange({ kind: 'header', hasHeader: isTitled })}
      onColumn={(at, field) => onChange({ kind: 'column', at, field })}
    >
      <ForAllRows view={view} onChange={onChange} />
    </ColumnMatching>
  )
}

function ForAllRows({ view: { answers, defaults, rows }, onChange }: BatchColumnsProps) {
  const { t } = useTranslation(['batch', 'tables'])
  const { data } = usePolicies()
  const lacksPolicy = rows.some(({ texts }) => texts.policy === undefined)
  const lacksTerms = rows.some(({ texts }) => texts.terms === undefined)
  const [only, ...others] = data?.policies ?? []
  const isAnswered = answers.decimalSign !== null || answers.dayOrder !== null
  if (!lacksPolicy && !lacksTerms && !isAnswered) return null
  return (
    <div className={styles['forAll']}>
      <TableAnswers answers={answers} onAnswer={onChange} />
      {lacksPolicy && (
        <PolicyOfRows
          label={t('tables:columns.policy')}
          policyId={defaults.policyId}
          onChange={(policyId) => onChange({ kind: 'policy', policyId })}
        />
      )}
      {lacksPolicy && only !== undefined && others.length === 0 && (
        <p className={styles['quiet']}>
          {t('fields.policy')}: {policyName(only)}
        </p>
      )}
      {lacksTerms && (
        <TextField
          key={defaults.terms ?? ''}
          label={t('columns.terms')}
          hint={t('columns.termsHint')}
          optional
          inputMode="numeric"
          defaultValue={defaults.terms ?? ''}
          onBlur={({ target }) => {
            const terms = target.value.trim() === '' ? null : target.value.trim().slice(0, 20)
            if (terms !== defaults.terms) onChange({ kind: 'terms', terms })
          }}
        />
      )}
    </div>
  )
}
