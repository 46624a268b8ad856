import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WhatIf } from '../../../../shared/contract/insights/what-if.ts'
import { formatRate } from '../../../common/credit/figure-formats.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { MoneyField } from '../../../common/credit/money-field.tsx'
import { policyName } from '../../../common/credit/policy-options.ts'
import { policiesQuery } from '../../../common/credit/queries.ts'
import { metaQuery } from '../../../common/data/queries.ts'
import { countriesByName } from '../../../common/i18n/names.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Chips } from '../../../ui/chips.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { BuyerChoice } from './buyer-choice.tsx'
import type { Fault, Faults, FaultyField, SuppositionForm } from './supposition-form.ts'
import styles from './what-if.module.css'

export type FieldsProps = {
  readonly form: SuppositionForm
  readonly faults: Faults
  readonly onChange: (changes: Partial<SuppositionForm>) => void
}

/** A fault as a whole sentence; undefined for none. */
export function useFaultTexts(faults: Faults) {
  const { t } = useTranslation('what-if')
  return (field: FaultyField): string | undefined => {
    const fault: Fault | undefined = faults[field]
    return fault && t(`faults.${fault.code}`, { ...fault })
  }
}

type CurrencyFieldsProps = FieldsProps & { readonly rates: WhatIf['rates'] }

/** A currency of the portfolio, and how it moves. */
export function CurrencyFields({ form, faults, rates, onChange }: CurrencyFieldsProps) {
  const { t } = useTranslation('what-if')
  const language = useLanguage()
  const textOf = useFaultTexts(faults)
  const movable = rates.filter(({ currency }) => currency !== 'EUR')
  const rate = movable.find(({ currency }) => currency === form.code)?.rate ?? null
  return (
    <fieldset className={styles['kind']}>
      <legend>{t('currency.title')}</legend>
      {movable.length === 0 ? (
        <p className={styles['quiet']}>{t('currency.onlyEuro')}</p>
      ) : (
        <SelectField
          id="code"
          label={t('currency.which')}
          value={form.code}
          onChange={({ target: { value } }) => onChange({ code: value })}
        >
          <option value="">{t('currency.none')}</option>
          {movable.map(({ currency }) => (
            <option key={currency}>{currency}</option>
          ))}
        </SelectField>
      )}
      {form.code !== '' && (
        <>
          <Chips
            name="move"
            legend={t('currency.how')}
            chips={[
              { value: 'percent', label: t('currency.byPercent') },
              { value: 'rate', label: t('currency.byRate') },
            ]}
            value={form.move}
            onChoose={(move) => onChange({ move })}
          />
          {form.move === 'percent' ? (
            <TextField
              id="movePercent"
              label={t('currency.percent')}
              hint={t('currency.percentHint')}
              inputMode="text"
              autoComplete="off"
              value={form.movePercent}
              error={textOf('movePercent')}
              onChange={({ target: { value } }) => onChange({ movePercent: value })}
            />
          ) : (
            <TextField
              id="moveRate"
              label={t('currency.rate')}
              hint={
                rate === null
                  ? undefined
                  : t('currency.rateHint', { rate: formatRate(language, rate) })
              }
              inputMode="decimal"
              autoComplete="off"
              value={form.moveRate}
              error={textOf('moveRate')}
              onChange={({ target: { value } }) => onChange({ moveRate: value })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}

const whos = ['nobody', 'largest', 'buyer'] as const

/** Whose rating becomes worse, and by how much. */
export function WorseningFields({ form, faults, onChange }: FieldsProps) {
  const { t } = useTranslation('what-if')
  const textOf = useFaultTexts(faults)
  return (
    <fieldset className={styles['kind']}>
      <legend>{t('worsening.title')}</legend>
      <SelectField
        id="who"
        label={t('worsening.who')}
        value={form.who}
        onChange={({ target: { value } }) =>
          onChange({ who: whos.find((one) => one === value) ?? 'nobody' })
        }
      >
        <option value="nobody">{t('worsening.nobody')}</option>
        <option value="largest">{t('worsening.largest')}</option>
        <option value="buyer">{t('worsening.one')}</option>
      </SelectField>
      {form.who === 'largest' && (
        <TextField
          id="count"
          label={t('worsening.count')}
          inputMode="numeric"
          autoComplete="off"
          value={form.count}
          error={textOf('count')}
          onChange={({ target: { value } }) => onChange({ count: value })}
        />
      )}
      {form.who === 'buyer' && (
        <BuyerChoice
          id="worseBuyer"
          chosen={form.worseBuyer}
          error={textOf('worseBuyer')}
          onChoose={(worseBuyer) => onChange({ worseBuyer })}
        />
      )}
      {form.who !== 'nobody' && (
        <TextField
          id="points"
          label={t('worsening.points')}
          hint={t('worsening.pointsHint')}
          inputMode="numeric"
          autoComplete="off"
          value={form.points}
          error={textOf('points')}
          onChange={({ target: { value } }) => onChange({ points: value })}
        />
      )}
    </fieldset>
  )
}

const whiches = ['none', 'buyer', 'band', 'country', 'policy'] as const

type CutFieldsProps = FieldsProps & { readonly currencies: readonly string[] }

/** Whose limits are cut, and to what. */
export function CutFields({ form, faults, currencies, onChange }: CutFieldsProps) {
  const { t } = useTranslation('what-if')
  const textOf = useFaultTexts(faults)
  // By policy, limits are Serv@Net's.
  const hasPolicies = useHasService('servnet')
  return (
    <fieldset className={styles['kind']}>
      <legend>{t('cut.title')}</legend>
      <SelectField
        id="which"
        label={t('cut.which')}
        value={form.which}
        onChange={({ target: { value } }) =>
          onChange({ which: whiches.find((one) => one === value) ?? 'none' })
        }
      >
        {whiches
          .filter((one) => one !== 'policy' || hasPolicies)
          .map((one) => (
            <option key={one} value={one}>
              {t(`cut.${one}`)}
            </option>
          ))}
      </SelectField>
      {form.which === 'buyer' && (
        <BuyerChoice
          id="cutBuyer"
          chosen={form.cutBuyer}
          error={textOf('cutBuyer')}
          onChoose={(cutBuyer) => onChange({ cutBuyer })}
        />
      )}
      {(form.which === 'band' || form.which === 'country' || form.which === 'policy') && (
        <GroupChoice {...{ form, faults, onChange }} group={form.which} />
      )}
      {form.which !== 'none' && (
        <>
          <Chips
            name="cutTo"
            legend={t('cut.how')}
            chips={[
              { value: 'percent', label: t('cut.byPercent') },
              { value: 'amount', label: t('cut.byAmount') },
            ]}
            value={form.cutTo}
            onChoose={(cutTo) => onChange({ cutTo })}
          />
          {form.cutTo === 'percent' ? (
            <TextField
              id="cutPercent"
              label={t('cut.percent')}
              inputMode="decimal"
              autoComplete="off"
              value={form.cutPercent}
              error={textOf('cutPercent')}
              onChange={({ target: { value } }) => onChange({ cutPercent: value })}
            />
          ) : (
            <MoneyField
              id="cutAmount"
              label={t('cut.amount')}
              hint={t('cut.amountHint')}
              value={form.cutAmount}
              error={textOf('cutAmount')}
              onChange={(cutAmount) => onChange({ cutAmount })}
              onBlur={() => undefined}
              currency={form.cutCurrency}
              currencies={currencies}
              onCurrency={(cutCurrency) => onChange({ cutCurrency })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}

type Group = 'band' | 'country' | 'policy'

function GroupChoice({ form, faults, group, onChange }: FieldsProps & { readonly group: Group }) {
  const { t } = useTranslation('what-if')
  const textOf = useFaultTexts(faults)
  const options = useGroupOptions()[group]
  return (
    <SelectField
      id={group}
      label={t(`choice.${group}`)}
      value={form[group]}
      error={textOf(group)}
      onChange={({ target: { value } }) => onChange({ [group]: value })}
    >
      <option value="">{t('choice.choose')}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}

type Options = readonly { readonly value: string; readonly label: string }[]

/** Bands, countries and policies, as one chooses from them. */
export function useGroupOptions(): Readonly<Record<Group, Options>> {
  const language = useLanguage()
  const { data: meta } = useQuery(metaQuery)
  const { data: policies } = useQuery(policiesQuery)
  return {
    band: (meta?.ratingBands ?? []).map(({ id, name, from, to }) => ({
      value: id,
      label: `${name[language]} (${from}–${to})`,
    })),
    country: countriesByName(language).map(({ code, name }) => ({ value: code, label: name })),
    policy: (policies?.policies ?? []).map((policy) => ({
      value: policy.id,
      label: policyName(policy),
    })),
  }
}
