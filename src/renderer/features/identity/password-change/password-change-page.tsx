import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionUser } from '../../../../shared/contract/identity/sessions.ts'
import { EntryFrame } from '../../../common/frames/entry-frame.tsx'
import { ChangePasswordForm } from '../../../common/passwords/change-password-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { setSession, useAppState } from '../../../common/data/app-store.ts'
import { confirm } from '../../../common/navigation/confirmations.ts'
import { homeOf } from '../../../common/navigation/navigation.ts'
import { useSignOut } from '../../../common/navigation/sign-out.ts'
import styles from './password-change.module.css'

/**
 * Where someone lands whose password has expired or is to be replaced. There are two ways on: a new
 * password, or signing out.
 */
export function PasswordChangePage() {
  const session = useAppState()?.session
  // Anyone else is on the way to another page.
  return (
    <EntryFrame>
      {session?.kind === 'passwordChange' && <PasswordDue user={session.user} />}
    </EntryFrame>
  )
}

function PasswordDue({ user }: { readonly user: SessionUser }) {
  const { t } = useTranslation('passwords')
  // An earlier portal does not say why.
  const { username, displayName, passwordDue = 'unknown' } = user
  const service = useAppState()?.service ?? null
  const context = useMemo(
    () => ({ username, names: displayName === null ? [] : displayName.split(/\s+/u) }),
    [username, displayName],
  )
  return (
    <div className={styles['page']}>
      <div className={styles['intro']}>
        <PageHeading title={t('due.title')}>{t('due.title')}</PageHeading>
        <p>{t(`due.reasons.${passwordDue}`)}</p>
        <p className={styles['account']}>{t('due.account', { username })}</p>
      </div>
      <ChangePasswordForm
        context={context}
        othersMayStay={passwordDue !== 'requested'}
        actions={<SignOut />}
        onDone={({ session, endedSessions }) => {
          confirm({ kind: 'passwordChanged', endedSessions, on: homeOf(session, service) })
          setSession(session)
        }}
      />
      <p className={styles['forgotten']}>{t('due.forgotten')}</p>
    </div>
  )
}

function SignOut() {
  const { t } = useTranslation('passwords')
  const { signingOut, signOut } = useSignOut()
  return (
    <Button variant="secondary" busy={signingOut} busyLabel={t('due.signingOut')} onClick={signOut}>
      {t('due.signOut')}
    </Button>
  )
}
