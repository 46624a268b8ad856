import { useTranslation } from 'react-i18next'
import type { Language } from '../../../../shared/languages.ts'
import { countryOf } from '../../i18n/names.ts'
import { useLanguage } from '../../i18n/languages.ts'
import type { WhoValues } from './who-values.ts'
import styles from './buyer.module.css'

/** A buyer in two lines: its name, and what tells it from others of that name. */
export function BuyerLine({ who }: { readonly who: WhoValues }) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  return (
    <div className={styles['buyer']}>
      <p className={styles['buyerName']}>
        <bdi>{who.buyerName}</bdi>
      </p>
      <p className={styles['buyerDetail']}>
        {buyerDetail(language, who)}
        {who.buyerId === '' && <> · {t('who.described')}</>}
      </p>
    </div>
  )
}

type Detail = Pick<WhoValues, 'town' | 'country' | 'registrationNumber'>

/** Town, country and number, as far as they are known. */
export function buyerDetail(language: Language, buyer: Detail): string {
  const { town, country, registrationNumber } = buyer
  return [town, countryOf(language, country), registrationNumber]
    .filter((part) => part.trim() !== '')
    .join(' · ')
}
