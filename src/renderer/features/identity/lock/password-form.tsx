import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../../shared/contract/identity/sessions.ts'
import type { AppError, Result } from '../../../../shared/contract/result.ts'
import { setSession } from '../../../common/data/app-store.ts'
import { formatDuration } from '../../../common/i18n/format.ts'
import { prefetchTexts } from '../../../common/i18n/i18n.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { useCountdown } from '../../../ui/clock.ts'
import { PasswordField } from '../../../ui/password-field.tsx'
import styles from './lock-page.module.css'

export type PasswordFormProps = {
  readonly label: string
  readonly submit: string
  readonly submitting: string
  /** Until when no try counts, as main tells it: RFC 3339. */
  readonly waitsUntil: string | null
  readonly onSubmit: (password: string) => Promise<Result<SessionView>>
}

type Refusal = { readonly error: AppError; readonly at: number }

/**
 * One field. What was typed stays after a wrong try, selected, so that it can be put right or typed
 * anew; the focus does not leave it.
 */
export function PasswordForm({
  label,
  submit,
  submitting,
  waitsUntil,
  onSubmit,
}: PasswordFormProps) {
  const { t } = useTranslation('lock')
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const wait = useCountdown(waitEnd(waitsUntil, refusal))
  useEffect(() => field.current?.focus(), [])

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || wait > 0) return
    const password = field.current?.value ?? ''
    setMissing(password === '')
    if (password === '') return field.current?.focus()
    setBusy(true)
    const result = await onSubmit(password)
    if (result.ok) return setSession(result.data)
    // The sentence must be there before it is shown.
    await prefetchTexts(['errors'])
    setBusy(false)
    setRefusal({ error: result.error, at: Date.now() })
    field.current?.focus()
    field.current?.select()
  }

  return (
    <form
      className={styles['form']}
      method="post"
      noValidate
      onSubmit={(event) => void enter(event)}
    >
      <PasswordField
        ref={field}
        name="password"
        label={label}
        error={isMissing ? t('missing') : undefined}
        autoComplete="current-password"
        maxLength={1024}
      />
      <Refused refusal={refusal} wait={wait} />
      <ButtonRow>
        <Button type="submit" busy={busy} busyLabel={submitting} unavailable={wait > 0}>
          {submit}
        </Button>
      </ButtonRow>
    </form>
  )
}

function waitEnd(waitsUntil: string | null, refusal: Refusal | null): number | null {
  if (waitsUntil !== null) return Date.parse(waitsUntil)
  const seconds = refusal?.error.retryAfter
  return refusal === null || seconds === undefined ? null : refusal.at + seconds * 1_000
}

/** Why it did not open, and the wait: counted down for the eye, told to the ear when it begins and ends. */
function Refused({ refusal, wait }: { readonly refusal: Refusal | null; readonly wait: number }) {
  const { t } = useTranslation(['lock', 'errors'], { useSuspense: false })
  const language = useLanguage()
  const code = refusal?.error.code
  const params = refusal?.error.params
  return (
    <>
      <div role="alert" key={refusal?.at} className={styles['refusal']}>
        {code !== undefined && (
          <>
            <p className={styles['strong']}>{t(`${code}.message`, { ns: 'errors', ...params })}</p>
            <p>{t(`${code}.next`, { ns: 'errors', ...params })}</p>
          </>
        )}
      </div>
      {wait > 0 && (
        <p role="timer" aria-live="off">
          {t('wait', { time: formatDuration(language, wait) })}
        </p>
      )}
      <output className={wait > 0 || !hasWaited(refusal) ? 'visually-hidden' : undefined}>
        {wait === 0 && hasWaited(refusal) && t('waitOver')}
      </output>
    </>
  )
}

function hasWaited(refusal: Refusal | null): boolean {
  return refusal?.error.retryAfter !== undefined
}
