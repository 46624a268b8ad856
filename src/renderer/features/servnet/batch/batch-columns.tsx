import { useTranslation } from 'react-i18next'
import {
  batchFields,
  type BatchChange,
  type BatchView,
} from '../../../../shared/contract/servnet/batch.ts'
import { policyName, usePolicyOptions } from '../../../common/credit/policy-options.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
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
  const isUnknown = columns.every(({ field }) => field === null)
  const needsHelp = isUnknown || !columns.some(({ field }) => field === 'amount')
  return (
    <details className={styles['columns']} open={needsHelp || undefined}>
      <summary>{t('columns.title')}</summary>
      <div className={styles['columnsBody']}>
        {isUnknown ? (
          <Notice tone="warning">{t('columns.none')}</Notice>
        ) : (
          <p className={styles['quiet']}>{t(isKnown ? 'columns.known' : 'columns.guessed')}</p>
        )}
        <Checkbox
          label={t('columns.header')}
          checked={hasHeader}
          onChange={({ target }) => onChange({ kind: 'header', hasHeader: target.checked })}
        />
        <div className={styles['matching']}>
          {columns.map(({ name, sample, field }, at) => (
            <SelectField
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              key={at}
              label={name === '' ? t('columns.unnamed', { number: at + 1 }) : name}
              hint={sample === '' ? undefined : t('columns.sample', { sample: shortened(sample) })}
              value={field ?? ''}
              onChange={({ target }) => {
                const chosen = batchFields.find((one) => one === target.value) ?? null
                onChange({ kind: 'column', at, field: chosen })
              }}
            >
              <option value="">{t('columns.ignore')}</option>
              {batchFields.map((one) => (
                <option key={one} value={one}>
                  {t(`fields.${one}`)}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
        <ForAllRows view={view} onChange={onChange} />
      </div>
    </details>
  )
}

const longestSample = 40

function shortened(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text
}

function ForAllRows({ view: { defaults, rows }, onChange }: BatchColumnsProps) {
  const { t } = useTranslation('batch')
  const { data } = usePolicies()
  const policies = usePolicyOptions(data?.policies ?? [])
  const lacksPolicy = rows.some(({ texts }) => texts.policy === undefined)
  const lacksTerms = rows.some(({ texts }) => texts.terms === undefined)
  const [only, ...others] = data?.policies ?? []
  if (!lacksPolicy && !lacksTerms) return null
  return (
    <div className={styles['forAll']}>
      {lacksPolicy && others.length > 0 && (
        <SelectField
          label={t('columns.policy')}
          value={defaults.policyId ?? ''}
          onChange={({ target }) =>
            onChange({ kind: 'policy', policyId: target.value === '' ? null : target.value })
          }
        >
          <option value="">{t('columns.noPolicy')}</option>
          {policies.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
      {lacksPolicy && only !== undefined && others.length === 0 && (
        <p className={styles['quiet']}>
          {t('fields.policy')}: {policyName(only)}
        </p>
      )}
      {lacksTerms && (
        <TextField
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
