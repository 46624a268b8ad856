import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LockedView } from '../../../../shared/contract/identity/sessions.ts'
import { setSession, useAppPart } from '../../../common/data/app-store.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Wordmark } from '../../../ui/wordmark.tsx'
import { AwaitPortal } from './await-portal.tsx'
import styles from './lock-page.module.css'
import { PasswordForm, type PasswordFormProps } from './password-form.tsx'

// The lock comes with the first screens, which know no dialogs.
const AbandonDialog = lazy(() =>
  import('./abandon-dialog.tsx').then((module) => ({ default: module.AbandonDialog })),
)

/**
 * What stands in the place of every page while the app is locked: nothing of the person's but their
 * name. Also before it is known who locked it, as the window opens on it.
 */
export function LockPage() {
  const { t } = useTranslation('lock')
  const locked = useAppPart((state) => (state?.session.kind === 'locked' ? state.session : null))
  const isKnown = locked !== null
  useEffect(() => {
    // What the page before had typed on it has been sent by now: main may close the store.
    if (isKnown) void callPortal('lock.shown', {})
  }, [isKnown])
  return (
    <div className={styles['page']}>
      <header>
        <Wordmark size="large" />
      </header>
      <main className={styles['main']}>
        <PageHeading title={t('title')} takesFocus={false}>
          <span className={styles['title']}>{t('title')}</span>
        </PageHeading>
        <p className={styles['name']}>
          <bdi>{locked?.user.displayName ?? locked?.user.username}</bdi>
        </p>
        {locked === null || locked.password !== null ? (
          <WithPassword locked={locked} />
        ) : (
          <AwaitPortal reason={locked.reason} />
        )}
      </main>
    </div>
  )
}

/** Which password is asked for: the lock's, or the portal's where that one is not at hand. */
function WithPassword({ locked }: { readonly locked: LockedView | null }) {
  const { t } = useTranslation('lock')
  const [signingIn, setSigningIn] = useState(false)
  const waiting = locked?.waiting ?? 0
  const asked = locked?.password ?? 'own'
  const isProven = locked?.signedIn === true
  const byPortal = signingIn && !isProven
  const shared = { waitsUntil: byPortal ? null : (locked?.waitsUntil ?? null) }
  const form: PasswordFormProps = byPortal
    ? {
        ...shared,
        label: t('password.portal'),
        submit: t('signIn.submit'),
        submitting: t('signIn.submitting'),
        onSubmit: (password) => callPortal('lock.signIn', { password }),
      }
    : {
        ...shared,
        label: t(`password.${asked}`),
        submit: t('unlock'),
        submitting: t('unlocking'),
        onSubmit: (password) => callPortal('lock.unlock', { password }),
      }
  return (
    <>
      {byPortal && <p>{t('signIn.text')}</p>}
      {!byPortal && asked === 'former' && <p>{t('former')}</p>}
      {isProven && asked !== 'former' && <p>{t('signedIn')}</p>}
      {waiting > 0 && <p className={styles['quiet']}>{t('waiting', { count: waiting })}</p>}
      <PasswordForm key={byPortal ? 'portal' : 'lock'} {...form} />
      <div className={styles['ways']}>
        {isProven ? (
          <Abandon waiting={waiting} />
        ) : (
          <Button variant="quiet" onClick={() => setSigningIn(!signingIn)}>
            {byPortal ? t('signIn.back') : t(`forgotten.${asked === 'own' ? 'own' : 'portal'}`)}
          </Button>
        )}
        <AnotherPerson />
      </div>
    </>
  )
}

async function leave(): Promise<void> {
  const result = await callPortal('lock.leave', {})
  if (result.ok) setSession(result.data)
}

function AnotherPerson() {
  const { t } = useTranslation('lock')
  return (
    <Button variant="quiet" onClick={() => void leave()}>
      {t('other')}
    </Button>
  )
}

/** For who has proven who they are, and cannot open what is kept: going on without it. */
function Abandon({ waiting }: { readonly waiting: number }) {
  const { t } = useTranslation('lock')
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {t('abandon.open')}
      </Button>
      {isAsked && (
        <Suspense>
          <AbandonDialog waiting={waiting} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  )
}
