import { useEffect, useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useAppPart, keepTypedUsername, typedUsername } from '../../../common/data/app-store.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { useCountdown } from '../../../ui/clock.ts'
import { ObstacleSummary } from './obstacle-summary.tsx'
import styles from './sign-in-form.module.css'
import type { useSignIn } from './use-sign-in.ts'

const fieldIds = { username: 'username', password: 'password' } as const

/**
 * Username and password. The fields belong to the document and not to React: what was typed before
 * the page was wired is simply there, and a failed try changes nothing in them.
 */
export function SignInForm({ busy, obstacle, attempt, signIn }: ReturnType<typeof useSignIn>) {
  const { t } = useTranslation('sign-in')
  const canStaySignedIn = useAppPart((state) => state?.canStaySignedIn ?? true)
  const wait = useCountdown(obstacle?.kind === 'throttled' ? obstacle.until : null)
  const { username, password } = useKnownUsername()
  const missing = obstacle?.kind === 'incomplete' ? obstacle.missing : []

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || wait > 0) return
    const data = new FormData(event.currentTarget)
    void signIn({
      username: textOf(data, 'username'),
      password: textOf(data, 'password'),
      staySignedIn: data.get('staySignedIn') !== null,
    })
  }

  return (
    <form className={styles['form']} method="post" noValidate onSubmit={submit}>
      {obstacle !== null && <ObstacleSummary {...{ obstacle, attempt, fieldIds }} />}
      <TextField
        ref={username}
        id={fieldIds.username}
        name="username"
        label={t('username')}
        error={missing.includes('username') ? t('usernameMissing') : undefined}
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={64}
      />
      <PasswordField
        ref={password}
        id={fieldIds.password}
        name="password"
        label={t('password')}
        error={missing.includes('password') ? t('passwordMissing') : undefined}
        autoComplete="current-password"
        maxLength={1024}
      />
      <Checkbox
        name="staySignedIn"
        label={t('staySignedIn')}
        hint={canStaySignedIn ? undefined : t('staySignedInUnavailable')}
        defaultChecked
        disabled={!canStaySignedIn}
      />
      <div className={styles['actions']}>
        <Button type="submit" busy={busy} unavailable={wait > 0} busyLabel={t('submitting')}>
          {t('submit')}
        </Button>
        <div className={styles['forgotten']}>
          <Link
            href={paths.recovery}
            onClick={() => keepTypedUsername(username.current?.value ?? '')}
          >
            {t('forgotten')}
          </Link>
          <Link href={paths.forgottenUsername}>{t('usernameForgotten')}</Link>
        </div>
      </div>
    </form>
  )
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/**
 * Fills in the username that was typed a page ago, or that of whoever was here before once main has
 * told it, unless something is typed already; and puts the cursor where typing goes on.
 */
function useKnownUsername() {
  const username = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const last = useAppPart((state) =>
    state?.session.kind === 'signedOut' ? state.session.username : null,
  )
  useEffect(() => {
    const field = username.current
    if (field === null || field.value !== '') return
    const known = typedUsername() ?? last
    if (known !== null) field.value = known
    // Whoever types somewhere already is left there.
    if (!isTypingElsewhere(field)) (known === null ? field : password.current)?.focus()
  }, [last])
  return { username, password }
}

function isTypingElsewhere(field: HTMLInputElement): boolean {
  const active = document.activeElement
  return active !== null && active !== document.body && active !== field
}
