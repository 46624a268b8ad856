import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/select-field.tsx'
import { usePolicyOptions } from '../credit/policy-options.ts'
import { policiesQuery } from '../credit/queries.ts'

type PolicyOfRowsProps = {
  readonly label: string
  /** Null where none is chosen. */
  readonly policyId: string | null
  readonly onChange: (policyId: string | null) => void
}

/** The policy of rows that name none; nothing where there are no two to choose from. */
export function PolicyOfRows({ label, policyId, onChange }: PolicyOfRowsProps) {
  const { t } = useTranslation('tables')
  const { data } = useQuery(policiesQuery)
  const policies = usePolicyOptions(data?.policies ?? [])
  if (policies.length < 2) return null
  return (
    <SelectField
      label={label}
      value={policyId ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      <option value="">{t('columns.noPolicy')}</option>
      {policies.map(({ value, label: name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
