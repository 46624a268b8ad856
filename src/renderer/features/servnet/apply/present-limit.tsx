import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CreditLimit } from '../../../../shared/contract/credit/credit-limits.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { buyerQuery } from '../../../common/credit/queries.ts'
import type { WhoValues } from '../../../common/credit/buyer/who-values.ts'
import { formatCalendarDay } from '../../../common/i18n/format.ts'
import { useClientInView } from '../../../common/navigation/client-view.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Unbroken } from '../../../ui/unbroken.tsx'
import styles from './apply.module.css'

type PresentLimitProps = {
  readonly who: WhoValues
  /** Under the policy that is chosen; null where there is none. */
  readonly limit: CreditLimit | null
  readonly policy: Policy | null
}

/** Beside the amount: what one has on this buyer, under the policy and in all. */
export function PresentLimit({ who, limit, policy }: PresentLimitProps) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  const client = useClientInView()
  const { data } = useQuery({ ...buyerQuery(who.buyerId, client), enabled: who.buyerId !== '' })
  const inForce = limit?.inForce ?? null
  const all = data?.buyer.limits ?? []
  return (
    <aside className={styles['present']} aria-labelledby="present-limit">
      <h3 className={styles['presentTitle']} id="present-limit">
        {t('present.title')}
      </h3>
      <dl>
        <div>
          <dt>{policy === null ? t('present.limit') : t('present.ofPolicy', { id: policy.id })}</dt>
          <dd className={styles['presentAmount']}>
            {inForce === null ? t('present.none') : formatMoney(language, inForce)}
          </dd>
          {limit?.endsOn && (
            <dd>{t('present.until', { date: formatCalendarDay(language, limit.endsOn) })}</dd>
          )}
        </div>
        {all.length > 0 && (
          <div>
            <dt>{t('present.all')}</dt>
            {all.map((money) => (
              <dd key={money.currency}>
                <Unbroken>{formatMoney(language, money)}</Unbroken>
              </dd>
            ))}
          </div>
        )}
        {policy !== null && (
          <div>
            <dt>{t('present.terms')}</dt>
            <dd>{t('howMuch.days', { count: policy.maximumTermsDays })}</dd>
          </div>
        )}
      </dl>
    </aside>
  )
}
