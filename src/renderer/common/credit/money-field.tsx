import { useTranslation } from 'react-i18next'
import type { Money } from '../../../shared/contract/common.ts'
import { amountText, groupWhileTyping } from '../../../shared/credit/group-amount.ts'
import { parseAmount } from '../../../shared/credit/parse-amount.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { Field, fieldAria, type FieldTexts } from '../../ui/field.tsx'
import fieldStyles from '../../ui/field.module.css'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import { useLanguage } from '../i18n/languages.ts'
import styles from './money-field.module.css'

type MoneyFieldProps = FieldTexts & {
  readonly id: string
  readonly ref?: React.Ref<HTMLInputElement>
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  /** ISO 4217. */
  readonly currency: string
  /** Those to choose from; left out, the currency is settled. */
  readonly currencies?: readonly string[]
  readonly onCurrency?: (currency: string) => void
}

/** An amount as the language writes it, grouped while one types; what is ambiguous is asked. */
export function MoneyField({
  id,
  ref,
  label,
  hint,
  error,
  optional = false,
  aside,
  value,
  onChange,
  onBlur,
  currency,
  currencies,
  onCurrency,
}: MoneyFieldProps) {
  const { t } = useTranslation('credit')
  const language = useLanguage()
  const settle = () => {
    const reading = parseAmount(language, value, currency)
    if (reading.kind === 'amount') onChange(amountText(language, reading.money))
    onBlur()
  }
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <div className={styles['row']}>
        <div className={fieldStyles['control']}>
          <input
            {...fieldAria(id, { hint, error }, `${id}-readings`)}
            id={id}
            ref={ref}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            className={`${fieldStyles['input']} ${styles['amount']}`}
            value={value}
            onChange={({ target }) => {
              const caret = target.selectionStart ?? target.value.length
              const next = groupWhileTyping(language, value, { text: target.value, caret })
              // By hand, as React would put the caret at the end.
              target.value = next.text
              target.setSelectionRange(next.caret, next.caret)
              onChange(next.text)
            }}
            onBlur={settle}
          />
        </div>
        {currencies === undefined ? (
          <span className={styles['settled']}>{currency}</span>
        ) : (
          <div className={fieldStyles['control']}>
            <select
              className={`${fieldStyles['input']} ${fieldStyles['select']}`}
              aria-label={t('money.currency')}
              value={currency}
              onChange={(event) => onCurrency?.(event.target.value)}
            >
              {currencies.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
            <span className={fieldStyles['chevron']}>
              <ChevronDownIcon />
            </span>
          </div>
        )}
      </div>
      <div id={`${id}-readings`} className={styles['readings']}>
        <Readings
          {...{ value, currency }}
          onChoose={(money) => onChange(amountText(language, money))}
        />
      </div>
    </Field>
  )
}

type ReadingsProps = {
  readonly value: string
  readonly currency: string
  readonly onChoose: (money: Money) => void
}

/** Asks which amount is meant, where what is typed can be read in more than one way. */
function Readings({ value, currency, onChoose }: ReadingsProps) {
  const { t } = useTranslation('credit')
  const language = useLanguage()
  const reading = parseAmount(language, value, currency)
  if (reading.kind !== 'ambiguous') return null
  return (
    <>
      <span>{t('money.ambiguous')}</span>
      {reading.readings.map((money) => (
        <button
          key={money.amount}
          type="button"
          className={styles['reading']}
          onClick={() => onChoose(money)}
        >
          {formatMoney(language, money)}
        </button>
      ))}
    </>
  )
}
