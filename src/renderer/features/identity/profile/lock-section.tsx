import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { freeLock, type LockState } from '../../../../shared/contract/offline/lock.ts'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { lockQuery } from '../../../common/data/queries.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { buttonClass, ButtonRow } from '../../../ui/button.tsx'
import { useFocusAfter } from '../../../ui/keep-focus.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { LockForm } from './lock-form.tsx'
import { LockTime } from './lock-time.tsx'
import { BackToSecurity, Block, Section } from './section.tsx'
import { TurnOffForm } from './turn-off-form.tsx'

/** Among what keeps the account safe: whether the app locks, and the way to change it. */
export function LockBlock() {
  const { t } = useTranslation('profile')
  const state = useQuery(lockQuery).data
  const isOn = state?.lock.kind === 'on'
  return (
    <Block id="lock-title" title={t('lock.title')} intro={t('lock.intro')}>
      {state !== undefined && <Present state={state} />}
      <ButtonRow>
        <Link className={buttonClass('secondary')} href={paths.profileLock}>
          {t(isOn ? 'lock.change' : 'lock.setUp')}
        </Link>
      </ButtonRow>
    </Block>
  )
}

function Present({ state: { lock, available } }: { readonly state: LockState }) {
  const { t } = useTranslation('profile')
  if (lock.kind === 'on') return <p>{t(`lock.${lock.password}`, { count: lock.idleMinutes })}</p>
  return <p>{t(available ? 'lock.off' : 'lock.unavailable')}</p>
}

type Outcome = 'turnedOn' | 'turnedOff' | 'timeSaved'

/** The lock of this computer's app: on or off, by which password, after how long. */
export function LockSection() {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const { data, error, refetch, isFetching } = useQuery(lockQuery)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useFocusAfter(outcome, 'section-title')
  const done = (what: Outcome) => (state: LockState) => {
    queryClient.setQueryData(lockQuery.queryKey, state)
    setOutcome(what)
  }
  return (
    <Section title={t('lock.heading')} intro={t('lock.text')}>
      {outcome !== null && <Notice tone="success">{t(`lock.${outcome}`)}</Notice>}
      {error !== null && (
        <LoadFailure
          error={error.error}
          means="nothingKept"
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined && error === null && <Loading text={t('lock.title')} />}
      {data !== undefined && <Settings state={data} done={done} />}
      <ButtonRow>
        <BackToSecurity />
      </ButtonRow>
    </Section>
  )
}

type SettingsProps = {
  readonly state: LockState
  readonly done: (what: Outcome) => (state: LockState) => void
}

function Settings({ state: { lock, available, policy = freeLock }, done }: SettingsProps) {
  const { t } = useTranslation('profile')
  if (lock.kind === 'on') {
    return (
      <>
        <LockTime policy={policy} minutes={lock.idleMinutes} onDone={done('timeSaved')} />
        <Block id="lock-password-title" title={t('lock.changePassword')}>
          <LockForm key={lock.password} policy={policy} present={lock} onDone={done('turnedOn')} />
        </Block>
        {policy.required ? (
          <p>{t('lock.managedOn')}</p>
        ) : (
          <Block id="lock-off-title" title={t('lock.turnOff')} intro={t('lock.turnOffText')}>
            <TurnOffForm password={lock.password} onDone={done('turnedOff')} />
          </Block>
        )}
      </>
    )
  }
  return available ? (
    <LockForm policy={policy} present={null} onDone={done('turnedOn')} />
  ) : (
    <Notice tone="warning">{t('lock.unavailable')}</Notice>
  )
}
