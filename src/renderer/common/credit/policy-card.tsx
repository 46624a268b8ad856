import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../shared/contract/credit/policies.ts'
import { Unbroken } from '../../ui/unbroken.tsx'
import { Fact, Facts } from '../facts/facts.tsx'
import { useLanguage } from '../i18n/languages.ts'
import { countryOf, currencyName } from '../i18n/names.ts'
import styles from './policy-card.module.css'

const conditions = ['mepDays', 'reportWithinDays', 'graceDays', 'maximumTermsDays'] as const

type PolicyCardProps = {
  readonly policy: Policy
  /** Of its heading, beneath that of the page or of a part of it. */
  readonly level?: 2 | 3
}

/** A policy with its conditions, each explained. */
export function PolicyCard({ policy, level = 2 }: PolicyCardProps) {
  const Heading = `h${level}` as const
  const { t } = useTranslation('products')
  const language = useLanguage()
  return (
    <section className={styles['policy']} aria-labelledby={`policy-${policy.id}`}>
      <Heading id={`policy-${policy.id}`}>
        <bdi>{policy.name}</bdi>
      </Heading>
      <Facts>
        <Fact name={t('policies.number')}>
          <Unbroken>{policy.id}</Unbroken>
        </Fact>
        <Fact name={t('policies.currency')} help={t('policies.help.currency')}>
          {currencyName(language, policy.currency)}
        </Fact>
        <Fact name={t('policies.country')}>{countryOf(language, policy.country)}</Fact>
        {conditions.map((name) => (
          <Fact
            key={name}
            name={t(`policies.${name}`)}
            help={t(`policies.help.${name}`, { days: policy[name] })}
          >
            {t('days', { count: policy[name] })}
          </Fact>
        ))}
      </Facts>
    </section>
  )
}
