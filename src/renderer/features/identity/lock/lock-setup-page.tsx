import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAppPart } from '../../../common/data/app-store.ts'
import { lockQuery } from '../../../common/data/queries.ts'
import { EntryFrame } from '../../../common/frames/entry-frame.tsx'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useSignOut } from '../../../common/navigation/sign-out.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { freeLock, lockPasswordChoices } from '../../../../shared/contract/offline/lock.ts'
import { LockForm } from '../profile/lock-form.tsx'
import styles from '../password-change/password-change.module.css'

/**
 * Where someone lands whose organisation demands a lock of the app, until one is set. Main lets nothing
 * else through; the other way on is to sign out.
 */
export function LockSetupPage() {
  const { t } = useTranslation('profile')
  const isDue = useAppPart((state) => state?.session.kind === 'lockSetup')
  return (
    <EntryFrame>
      <div className={styles['page']}>
        <div className={styles['intro']}>
          <PageHeading title={t('lock.setup.title')}>{t('lock.setup.title')}</PageHeading>
          {/* Anyone else is on the way to another page. */}
          {isDue && <Due />}
        </div>
      </div>
    </EntryFrame>
  )
}

function Due() {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const { data, error, refetch, isFetching } = useQuery(lockQuery)
  const retry = () => void refetch()
  if (error !== null) {
    return <LoadFailure error={error.error} means="nothingKept" busy={isFetching} onRetry={retry} />
  }
  if (data === undefined) return <Loading text={t('lock.title')} />
  const { lock, available, policy = freeLock } = data
  const present = lock.kind === 'on' ? lock : null
  // One that is as it should be: main is about to lead on.
  if (present !== null && lockPasswordChoices(policy).includes(present.password)) {
    return <Loading text={t('lock.title')} />
  }
  return (
    <>
      <p>{t(present === null ? 'lock.setup.text' : 'lock.setup.another')}</p>
      {available ? (
        <LockForm
          present={present}
          policy={policy}
          onDone={(state) => queryClient.setQueryData(lockQuery.queryKey, state)}
        />
      ) : (
        <FailureNotice error={{ code: 'lock_unavailable' }} />
      )}
      <ButtonRow>
        {!available && <RetryButton busy={isFetching} onRetry={retry} />}
        <SignOut />
      </ButtonRow>
    </>
  )
}

function RetryButton({ busy, onRetry }: { readonly busy: boolean; readonly onRetry: () => void }) {
  const { t } = useTranslation('lock')
  return (
    <Button busy={busy} busyLabel={t('retrying')} onClick={onRetry}>
      {t('retry')}
    </Button>
  )
}

function SignOut() {
  const { t } = useTranslation('profile')
  const { signingOut, signOut } = useSignOut()
  return (
    <Button
      variant="secondary"
      busy={signingOut}
      busyLabel={t('lock.setup.signingOut')}
      onClick={signOut}
    >
      {t('lock.setup.signOut')}
    </Button>
  )
}
