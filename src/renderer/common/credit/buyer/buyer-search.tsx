import { useMemo } from 'react'
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isCountryCode } from '../../../../shared/rules/countries.ts'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import { useCountryOptions } from '../../i18n/country-options.ts'
import { useLanguage } from '../../i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { buyerDetail } from './buyer-line.tsx'
import { whoOf, type WhoValues } from './who-values.ts'
import styles from './buyer.module.css'
import { useBuyerSearch, type BuyerSearch } from './use-buyer-search.ts'

type BuyerSearchFieldProps = {
  readonly form: UseFormReturn<WhoValues>
  readonly onChoose: (buyer: Buyer) => void
  /** Left out where only one that is known will do. */
  readonly onDescribe?: () => void
}

/** A buyer by name or number, in one country or in all; or the way to describe one. */
export function BuyerSearchField({ form, onChoose, onDescribe }: BuyerSearchFieldProps) {
  const { t } = useTranslation('apply')
  const countries = useCountryOptions(t('who.everywhere'))
  const [typed, country] = useWatch({
    control: form.control,
    name: ['buyerName', 'country'],
  })
  const search = useBuyerSearch(typed, country)
  const found = useFound(search.buyers)
  const isNoneThere = search.isSettled && search.total === 0 && typed.trim() !== ''
  return (
    <div className={styles['fields']}>
      <div className={styles['search']}>
        <Controller
          control={form.control}
          name="buyerName"
          render={({ field: { onChange, onBlur, ref } }) => (
            <SearchField
              id="buyerName"
              ref={ref}
              label={t('who.search')}
              hint={t('who.searchHint')}
              typed={typed}
              onType={onChange}
              onBlur={onBlur}
              found={found}
              onChoose={({ value }) => {
                const buyer = search.buyers.find(({ id }) => id === value)
                if (buyer !== undefined) onChoose(buyer)
              }}
              status={<SearchStatus {...search} isEverywhere={country === ''} />}
            />
          )}
        />
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <ComboboxField
              {...field}
              value={isCountryCode(field.value) ? field.value : ''}
              id="country"
              label={t('who.country')}
              options={countries}
              openLabel={t('who.showCountries')}
              emptyText={t('who.noCountry')}
            />
          )}
        />
      </div>
      <div className={styles['aside']}>
        {isNoneThere && country !== '' && (
          <Button variant="secondary" onClick={() => form.setValue('country', '')}>
            {t('who.widen')}
          </Button>
        )}
        {onDescribe !== undefined && (
          <>
            <p className={styles['quiet']}>{t('who.describeHint')}</p>
            <Button variant={isNoneThere ? 'secondary' : 'quiet'} onClick={onDescribe}>
              {t('who.describe')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** The same list for the same buyers: the field looks at it anew whenever it is another. */
function useFound(buyers: BuyerSearch['buyers']) {
  const language = useLanguage()
  return useMemo(
    () =>
      buyers.map((buyer) => ({
        value: buyer.id,
        label: buyer.name,
        detail: buyerDetail(language, whoOf(buyer)),
      })),
    [buyers, language],
  )
}

type SearchStatusProps = BuyerSearch & { readonly isEverywhere: boolean }

/** How many were found, read out as they change. */
function SearchStatus({ buyers, total, isSettled, isWhole, isEverywhere }: SearchStatusProps) {
  const { t } = useTranslation('apply')
  if (!isSettled) return t('who.searching')
  const sentences = [
    total === 0
      ? t(isEverywhere ? 'who.none' : 'who.noneThere')
      : total > buyers.length
        ? t('who.more', { count: total, shown: buyers.length })
        : t('who.found', { count: total }),
    ...(isWhole ? [] : [t('who.notWhole')]),
  ]
  return sentences.join(' ')
}
