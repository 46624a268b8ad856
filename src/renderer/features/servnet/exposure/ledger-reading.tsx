import { useTranslation } from 'react-i18next'
import {
  ledgerFields,
  type ExposureView,
  type LedgerChange,
} from '../../../../shared/contract/servnet/exposure.ts'
import { isDay } from '../../../../shared/credit/reporting.ts'
import { currencies } from '../../../../shared/contract/identity/preferences.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { ColumnMatching } from '../../../common/tables/column-matching.tsx'
import { TableAnswers } from '../../../common/tables/table-answers.tsx'
import { PolicyOfRows } from '../../../common/tables/policy-of-rows.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './exposure.module.css'

type LedgerReadingProps = {
  readonly view: ExposureView
  readonly onChange: (change: LedgerChange) => void
}

/** How the ledger was read: what its columns hold, and which lines are left out and why. */
export function LedgerReading({ view, onChange }: LedgerReadingProps) {
  const { t } = useTranslation('exposure')
  const { columns, hasHeader, isKnown } = view
  return (
    <div className={styles['reading']}>
      <ColumnMatching
        {...{ columns, hasHeader, isKnown }}
        fields={ledgerFields}
        nameOf={(field) => t(`fields.${field}`)}
        needsHelp={view.missing.length > 0}
        onHeader={(isTitled) => onChange({ kind: 'header', hasHeader: isTitled })}
        onColumn={(at, field) => onChange({ kind: 'column', at, field })}
      >
        <ForAllLines view={view} onChange={onChange} />
      </ColumnMatching>
      <LeftLines problems={view.problems} wrongLines={view.wrongLines} />
    </div>
  )
}

/** While a year is typed, its first digits are years too. */
const firstAgedOn = '2000-01-01'

/** What holds for lines that do not say it themselves. */
function ForAllLines({ view, onChange }: LedgerReadingProps) {
  const { t } = useTranslation('exposure')
  const { answers } = view
  const own = answers.currency === null ? [] : [answers.currency]
  return (
    <div className={styles['forAll']}>
      <TableAnswers answers={answers} onAnswer={onChange} />
      <SelectField
        label={t('forAll.currency')}
        value={answers.currency ?? ''}
        onChange={({ target }) =>
          onChange({ kind: 'currency', currency: target.value === '' ? null : target.value })
        }
      >
        <option value="">{t('forAll.noCurrency')}</option>
        {[...new Set([...own, ...currencies])].map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </SelectField>
      {view.agedOn !== null && (
        <TextField
          key={view.openedAt}
          type="date"
          label={t('forAll.agedOn')}
          hint={t('forAll.agedOnHint')}
          defaultValue={view.agedOn}
          min={firstAgedOn}
          max={view.asOf}
          onChange={({ target }) => {
            const { value } = target
            if (isDay(value) && value >= firstAgedOn && value <= view.asOf) {
              onChange({ kind: 'agedOn', day: value })
            }
          }}
        />
      )}
      <PolicyOfRows
        label={t('forAll.policy')}
        policyId={answers.policyId}
        onChange={(policyId) => onChange({ kind: 'policy', policyId })}
      />
    </div>
  )
}

/** Each with its number in the file and what is wrong with it. */
function LeftLines({ problems, wrongLines }: Pick<ExposureView, 'problems' | 'wrongLines'>) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  if (wrongLines === 0) return null
  return (
    <details className={styles['left']}>
      <summary>
        {t('left.title', { count: wrongLines, lines: formatTotal(language, wrongLines) })}
      </summary>
      <div className={styles['leftBody']}>
        <p className={styles['quiet']}>{t('left.hint')}</p>
        <ul>
          {problems.map(({ place, field, code, text }) => (
            <li key={`${place} ${field} ${code}`}>
              <span className={styles['place']}>
                {t('left.line', { place: formatTotal(language, place) })}
              </span>
              <span>{t(`lineProblems.${code}`, { field: t(`fields.${field}`) })}</span>
              {text !== '' && <bdi className={styles['written']}>{text}</bdi>}
            </li>
          ))}
        </ul>
        {problems.length < wrongLines && (
          <p className={styles['quiet']}>{t('left.first', { count: problems.length })}</p>
        )}
      </div>
    </details>
  )
}
