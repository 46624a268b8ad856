import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { amountOf } from '../../../common/credit/amount-rules.ts'
import { policyName } from '../../../common/credit/policy-options.ts'
import { useIsOffline } from '../../../common/data/portal-status.ts'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { formatCalendarDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { applicationPath } from '../../../common/navigation/navigation.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { InfoIcon } from '../../../ui/icons.tsx'
import styles from './apply.module.css'
import { ApplicationEffect } from './application-effect.tsx'
import { ApplicationWarnings } from './application-warnings.tsx'
import type { ApplicationForms, useSending } from './use-application.ts'
import type { Checks } from './use-checks.ts'

type CheckMoveProps = {
  readonly forms: ApplicationForms
  readonly checks: Checks
  readonly sending: ReturnType<typeof useSending>
}

const noItems = [] as const

/** The last move: what is asked for in plain words, what that changes, and sending it. */
export function CheckMove({ forms, checks, sending }: CheckMoveProps) {
  const { t } = useTranslation('apply')
  const isOffline = useIsOffline()
  const { attempt, failure, busy, send } = sending
  const exists = checks.warnings.some(({ kind }) => kind === 'application_exists')
  return (
    <div className={styles['fields']}>
      <StepSummary attempt={attempt} failure={failure} items={noItems}>
        <PendingApplication failure={failure} />
      </StepSummary>
      <Sentences forms={forms} />
      <ApplicationEffect forms={forms} limit={checks.limit} />
      <ApplicationWarnings warnings={checks.warnings} />
      {isOffline && (
        <p className={styles['offline']}>
          <InfoIcon size={18} />
          <span>{t('check.offline')}</span>
        </p>
      )}
      <ButtonRow>
        <Button
          variant={exists ? 'secondary' : 'primary'}
          busy={busy}
          busyLabel={t('check.sending')}
          onClick={() => void send()}
        >
          {t(isOffline ? 'check.keep' : exists ? 'check.sendAnyway' : 'check.send')}
        </Button>
      </ButtonRow>
    </div>
  )
}

/** Where the portal refuses a second one: the way to the first. */
function PendingApplication({ failure }: Pick<ReturnType<typeof useSending>, 'failure'>) {
  const { t } = useTranslation('apply')
  const id = failure?.error.params?.['applicationId']
  if (failure?.error.code !== 'application_pending' || typeof id !== 'string') return null
  return (
    <p>
      <Link href={applicationPath(id)}>{t('warnings.openApplication')}</Link>
    </p>
  )
}

/** The application as one would say it. */
function Sentences({ forms: { who, howMuch, policy } }: Pick<CheckMoveProps, 'forms'>) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  const { buyerName: buyer } = who.getValues()
  const { amount: typed, currency, terms, startsOn, endsOn, policyId } = howMuch.getValues()
  const amount = amountOf(language, typed, currency)
  if (amount === null) return null
  const named = policyName(policy ?? { name: '', id: policyId })
  const isEnd = !/[1-9]/.test(amount.amount)
  return (
    <div className={styles['sentences']}>
      <p className={styles['asked']}>
        {isEnd
          ? t('check.askEnd', { buyer, policy: named })
          : t('check.ask', { amount: formatMoney(language, amount), buyer, policy: named })}
      </p>
      {!isEnd && <p>{t('check.terms', { count: Number(terms) })}</p>}
      <p>
        {startsOn === ''
          ? t('check.startsAtOnce')
          : t('check.startsOn', { date: formatCalendarDay(language, startsOn) })}{' '}
        {endsOn !== '' && t('check.endsOn', { date: formatCalendarDay(language, endsOn) })}
      </p>
    </div>
  )
}
