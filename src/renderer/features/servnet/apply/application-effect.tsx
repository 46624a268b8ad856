import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../../../shared/contract/common.ts'
import type { CreditLimit } from '../../../../shared/contract/credit/credit-limits.ts'
import { minorUnitsOf, moneyOfUnits } from '../../../../shared/credit/minor-units.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { amountOf } from '../../../common/credit/amount-rules.ts'
import { buyerQuery } from '../../../common/credit/queries.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useClientInView } from '../../../common/navigation/client-view.tsx'
import styles from './apply.module.css'
import type { ApplicationForms } from './use-application.ts'

type ApplicationEffectProps = {
  readonly forms: Pick<ApplicationForms, 'who' | 'howMuch'>
  /** Under the policy that is chosen; null where there is none. */
  readonly limit: CreditLimit | null
}

/** What would be another once it is granted in full: this limit, and all on this buyer. */
export function ApplicationEffect({ forms: { who, howMuch }, limit }: ApplicationEffectProps) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  const { buyerId } = who.getValues()
  const client = useClientInView()
  const { data } = useQuery({ ...buyerQuery(buyerId, client), enabled: buyerId !== '' })
  const { amount: typed, currency } = howMuch.getValues()
  const amount = amountOf(language, typed, currency)
  if (amount === null) return null
  const say = (money: Money) => formatMoney(language, money)
  const present = limit?.inForce ?? null
  const whole = wholeAfter(data?.buyer.limits ?? [], present, amount)
  return (
    <div className={styles['effect']}>
      <h3 className={styles['presentTitle']}>{t('effect.title')}</h3>
      <p>
        {t(`effect.${effectOf(present, amount)}`, {
          amount: say(amount),
          present: present === null ? '' : say(present),
          difference: say(differenceOf(present, amount)),
        })}
      </p>
      {whole !== null && <p>{t('effect.whole', { from: say(whole.from), to: say(whole.to) })}</p>}
    </div>
  )
}

const unitsOf = (money: Money) => minorUnitsOf(money) ?? 0n

/** How the amount compares with the limit in force; in another currency it cannot be said. */
function effectOf(present: Money | null, amount: Money) {
  if (present === null || unitsOf(present) === 0n) return 'first'
  if (present.currency !== amount.currency) return 'otherCurrency'
  if (unitsOf(amount) === 0n) return 'end'
  const difference = unitsOf(amount) - unitsOf(present)
  return difference > 0n ? 'more' : difference < 0n ? 'less' : 'same'
}

function differenceOf(present: Money | null, amount: Money): Money {
  if (present?.currency !== amount.currency) return amount
  const difference = unitsOf(amount) - unitsOf(present)
  return moneyOfUnits(difference < 0n ? -difference : difference, amount.currency)
}

/** All limits on the buyer before and after, where they are in one currency and this is not the only one. */
function wholeAfter(all: readonly Money[], present: Money | null, amount: Money) {
  const [from, ...others] = all
  if (from?.currency !== amount.currency || others.length > 0) return null
  if (present !== null && present.currency !== amount.currency) return null
  const own = present === null ? 0n : unitsOf(present)
  if (unitsOf(from) === own) return null
  return { from, to: moneyOfUnits(unitsOf(from) - own + unitsOf(amount), amount.currency) }
}
