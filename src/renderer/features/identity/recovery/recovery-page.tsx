import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryFrame } from '../../../common/frames/entry-frame.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { useCountdown } from '../../../ui/clock.ts'
import { BackToSignIn } from './back-to-sign-in.tsx'
import { RecoveryFlow } from './recovery-flow.tsx'
import styles from './recovery.module.css'
import { endOf, useRecovery } from './use-recovery.ts'

/** "Mot de passe oublié ?": a new password in the guide's three steps. */
export function RecoveryPage() {
  const { t } = useTranslation('recovery')
  const { state, read, take, end } = useRecovery()
  return (
    <EntryFrame back={<BackToSignIn />}>
      <div className={styles['page']}>
        {state.kind === 'open' && (
          <>
            <RecoveryFlow recovery={state} take={take} />
            <Ending at={endOf(state)} onEnded={end} />
          </>
        )}
        {state.kind === 'loading' && <Loading text={t('loading')} />}
        {state.kind === 'failed' && (
          <>
            <PageHeading title={t('title')}>{t('title')}</PageHeading>
            <LoadFailure
              means="needsPortalFailed"
              error={state.error}
              busy={false}
              onRetry={() => void read()}
            />
          </>
        )}
      </div>
    </EntryFrame>
  )
}

type EndingProps = { readonly at: number | null; readonly onEnded: () => void }

/** Shows nothing; tells when the time is up, also where the computer slept meanwhile. */
function Ending({ at, onEnded }: EndingProps) {
  const over = useCountdown(at) === 0 && at !== null
  useEffect(() => {
    if (over) onEnded()
  }, [over, onEnded])
  return null
}
