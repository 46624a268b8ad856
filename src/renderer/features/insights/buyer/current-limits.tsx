import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Buyer, BuyerDetail } from '../../../../shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../../shared/contract/credit/credit-limits.ts'
import { formatMoney, formatWholeMoney } from '../../../../shared/i18n/money.ts'
import { formatShortDay } from '../../../common/credit/list-formats.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { StatusSign } from '../../../common/credit/signs.tsx'
import { profileQuery } from '../../../common/data/queries.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { limitPath } from '../../../common/navigation/navigation.ts'
import { WarningIcon } from '../../../ui/icons.tsx'
import { useTotals } from '../buyers/use-totals.ts'
import styles from './buyer.module.css'
import limitStyles from './current-limits.module.css'
import { Panel } from './panel.tsx'

type CurrentLimitsProps = {
  readonly buyer: Buyer
  /** Null where only the row of the list is here. */
  readonly limits: readonly CreditLimit[] | null
}

/** What covers a delivery today: in one figure, and under each policy with its end and conditions. */
export function CurrentLimits({ buyer, limits }: CurrentLimitsProps) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const { data: profile } = useQuery(profileQuery)
  const { totalOf } = useTotals(profile?.preferences.current.currency ?? 'EUR')
  const [only] = limits ?? []
  const isOne = limits?.length === 1
  // One limit is shown in its own currency, several as their sum.
  const figure = isOne && only !== undefined ? only.inForce : totalOf(buyer)
  return (
    <Panel title={t('limit.title')}>
      {figure === null || Number(figure.amount) === 0 ? (
        <p className={limitStyles['noLimit']}>{t('limit.none')}</p>
      ) : (
        <p className={styles['limit']}>{formatWholeMoney(language, figure)}</p>
      )}
      {!isOne && (limits?.length ?? 0) > 1 && <p className={styles['quiet']}>{t('limit.total')}</p>}
      <ul className={limitStyles['limits']}>
        {limits?.map((limit) => (
          <Limit key={limit.id} limit={limit} isAlone={isOne} />
        ))}
      </ul>
    </Panel>
  )
}

type LimitProps = {
  readonly limit: CreditLimit
  /** Its amount is said above. */
  readonly isAlone: boolean
}

function Limit({ limit, isAlone }: LimitProps) {
  const { t } = useTranslation(['buyers', 'credit'])
  const language = useLanguage()
  const { data } = usePolicies()
  const mayOpen = useHasService('servnet')
  const { inForce, endsOn, paymentTermsDays: count, conditions, pending, policyId } = limit
  const policy = data?.policies.find(({ id }) => id === policyId)
  return (
    <li>
      <p className={limitStyles['policy']}>
        <bdi>{policy === undefined ? policyId : `${policy.name} (${policyId})`}</bdi>
      </p>
      {!isAlone && inForce !== null && (
        <p className={limitStyles['amount']}>{formatMoney(language, inForce)}</p>
      )}
      <p className={limitStyles['status']}>
        <StatusSign status={limit.status} />
        <span>
          {t(`status.${limit.status}`, { ns: 'credit' })},{' '}
          {t('limit.asked', { amount: formatMoney(language, limit.applied) })}
        </span>
      </p>
      <p>
        {endsOn === null
          ? t('limit.open')
          : t('limit.ends', { date: formatShortDay(language, endsOn) })}
      </p>
      {count !== null && <p>{t('limit.terms', { count })}</p>}
      {conditions !== null && <p className={limitStyles['conditions']}>{conditions}</p>}
      {pending !== null && (
        <p>
          {t('limit.pending', {
            amount: formatMoney(language, pending.amount),
            date: formatShortDay(language, pending.appliedAt),
          })}
        </p>
      )}
      {mayOpen && <Link href={limitPath(limit.id)}>{t('limit.see')}</Link>}
    </li>
  )
}

/** Cuts that are announced: until then one delivers under the former limit. */
export function RunOff({ runOff }: Pick<BuyerDetail, 'runOff'>) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  if (runOff.length === 0) return null
  return (
    <section className={styles['runOff']}>
      <h2>
        <WarningIcon size={18} />
        {t('runOff.title')}
      </h2>
      <ul>
        {runOff.map(({ policyId, from, to, effectiveOn }) => (
          <li key={`${policyId} ${effectiveOn}`}>
            {t('runOff.text', {
              date: formatShortDay(language, effectiveOn),
              from: formatMoney(language, from),
              to: formatMoney(language, to),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
