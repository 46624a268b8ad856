import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buyerDetail } from '../../../common/credit/buyer/buyer-line.tsx'
import { useBuyerSearch } from '../../../common/credit/buyer/use-buyer-search.ts'
import { whoOf } from '../../../common/credit/buyer/who-values.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import type { ChosenBuyer } from './supposition-form.ts'
import styles from './what-if.module.css'

type BuyerChoiceProps = {
  readonly id: string
  readonly chosen: ChosenBuyer | null
  readonly error: string | undefined
  readonly onChoose: (buyer: ChosenBuyer | null) => void
}

/** One buyer of those on this computer: looked for, then a name that can be changed. */
export function BuyerChoice({ id, chosen, error, onChoose }: BuyerChoiceProps) {
  const { t } = useTranslation('what-if')
  if (chosen === null) return <Search {...{ id, error, onChoose }} />
  return (
    <div className={styles['chosen']}>
      <p>
        <span className={styles['quiet']}>{t('choice.buyer')}</span>{' '}
        <bdi className={styles['strong']}>{chosen.name}</bdi>
      </p>
      <Button id={id} variant="quiet" onClick={() => onChoose(null)}>
        {t('choice.change')}
      </Button>
    </div>
  )
}

function Search({ id, error, onChoose }: Omit<BuyerChoiceProps, 'chosen'>) {
  const { t } = useTranslation(['what-if', 'apply'])
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const { buyers, total, isSettled } = useBuyerSearch(typed, '')
  const found = useMemo(
    () =>
      buyers.map((buyer) => ({
        value: buyer.id,
        label: buyer.name,
        detail: buyerDetail(language, whoOf(buyer)),
      })),
    [buyers, language],
  )
  return (
    <SearchField
      id={id}
      label={t('choice.buyer')}
      hint={t('choice.buyerHint')}
      error={error}
      typed={typed}
      onType={setTyped}
      found={found}
      onChoose={({ value, label }) => onChoose({ id: value, name: label })}
      status={
        isSettled
          ? total === 0
            ? t('apply:who.none')
            : t('apply:who.found', { count: total })
          : t('apply:who.searching')
      }
    />
  )
}
