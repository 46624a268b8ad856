import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { forms } from '../../../shared/i18n/fr/forms.ts'
import type { AppError, Result } from '../../../shared/contract/result.ts'
import { formatDuration } from '../i18n/format.ts'
import { callPortal } from '../data/portal.ts'
import { useCountdown } from '../../ui/clock.ts'
import { useLanguage } from '../i18n/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { NeedsPortal } from '../offline/needs-portal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import styles from './reauthentication.module.css'

type Acts = (typeof forms)['reauthentication']['acts']

/** What the password is asked for, as the dialog names it. */
export type DelicateAct =
  | { readonly kind: Exclude<keyof Acts, 'endSession'> }
  | { readonly kind: 'endSession'; readonly device: string }

type Answer = (granted: boolean) => void
type Asked = { readonly act: DelicateAct; readonly give: Answer }

export type Reauthentication = {
  /**
   * Makes a call, and where the portal wants the password first, asks for it in the name of `act`
   * and makes the call again. Null where the person would rather not: nothing has happened then.
   */
  readonly run: <Data>(
    act: DelicateAct,
    call: () => Promise<Result<Data>>,
  ) => Promise<Result<Data> | null>
  /** To be shown somewhere on the page. */
  readonly dialog: ReactNode
}

/** For what touches the account's security: the password again, good for five minutes. */
export function useReauthentication(): Reauthentication {
  const [asked, setAsked] = useState<Asked | null>(null)
  const pending = useRef<Answer>(undefined)
  const settle = (granted: boolean) => {
    pending.current?.(granted)
    pending.current = undefined
    setAsked(null)
  }
  const ask = (act: DelicateAct) =>
    new Promise<boolean>((resolve) => {
      pending.current = resolve
      setAsked({ act, give: settle })
    })
  const run: Reauthentication['run'] = async (act, call) => {
    const result = await call()
    if (result.ok || result.error.code !== 'reauthentication_required') return result
    return (await ask(act)) ? run(act, call) : null
  }
  // A page that is left answers for the person.
  useEffect(() => () => pending.current?.(false), [])
  return { run, dialog: <PasswordDialog asked={asked} /> }
}

function PasswordDialog({ asked }: { readonly asked: Asked | null }) {
  const { t } = useTranslation('forms')
  const field = useRef<HTMLInputElement>(null)
  const titleOf = ({ kind, ...values }: DelicateAct) => t(`reauthentication.acts.${kind}`, values)
  return (
    <Dialog
      open={asked !== null}
      onClose={() => asked?.give(false)}
      title={asked === null ? '' : titleOf(asked.act)}
      description={t('reauthentication.text')}
      initialFocus={field}
    >
      {asked !== null && <PasswordForm field={field} answer={asked.give} />}
    </Dialog>
  )
}

type PasswordFormProps = {
  readonly field: React.RefObject<HTMLInputElement | null>
  readonly answer: Answer
}

function PasswordForm({ field, answer }: PasswordFormProps) {
  const { t } = useTranslation(['forms', 'errors'])
  const { problem, failure, busy, waitUntil, check } = usePasswordCheck(() => answer(true))
  const wait = useCountdown(waitUntil)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The dialog may belong to a form, in React's eyes: that one is not to be sent.
    event.stopPropagation()
    if (busy || wait > 0) return
    void check(field.current?.value ?? '').then(() => field.current?.focus())
  }
  return (
    <form className={styles['form']} noValidate onSubmit={submit}>
      <PasswordField
        ref={field}
        label={t('reauthentication.password')}
        error={problem === null ? undefined : t(`fields.${problem}`, { ns: 'errors' })}
        autoComplete="current-password"
        maxLength={1024}
      />
      {failure !== null && (
        <Notice tone="error" title={t(`${failure.code}.message`, { ns: 'errors' })}>
          <WaitOrNext failure={failure} wait={wait} />
        </Notice>
      )}
      <NeedsPortal />
      <DialogActions>
        <Button
          type="submit"
          busy={busy}
          unavailable={wait > 0}
          busyLabel={t('reauthentication.submitting')}
        >
          {t('reauthentication.submit')}
        </Button>
        <Button variant="secondary" onClick={() => answer(false)}>
          {t('cancel')}
        </Button>
      </DialogActions>
    </form>
  )
}

function WaitOrNext({ failure, wait }: { readonly failure: AppError; readonly wait: number }) {
  const { t } = useTranslation('errors')
  const language = useLanguage()
  if (failure.retryAfter === undefined) return t(`${failure.code}.next`, { ...failure.params })
  if (wait === 0) return t('wait.over')
  return <span role="timer">{t('wait.countdown', { wait: formatDuration(language, wait) })}</span>
}

type Check = {
  readonly busy: boolean
  /** What is wrong with the field. */
  readonly problem: 'required' | 'invalid_credentials' | null
  /** What went wrong otherwise. */
  readonly failure: AppError | null
  readonly waitUntil: number | null
}

const untouched: Check = { busy: false, problem: null, failure: null, waitUntil: null }

function usePasswordCheck(onGranted: () => void) {
  const [state, setState] = useState(untouched)
  const check = async (password: string) => {
    if (password === '') return setState({ ...untouched, problem: 'required' })
    setState({ ...untouched, busy: true })
    const result = await callPortal('security.reauthenticate', { password })
    if (result.ok) return onGranted()
    const { error } = result
    if (error.code === 'invalid_credentials') {
      return setState({ ...untouched, problem: 'invalid_credentials' })
    }
    const { retryAfter } = error
    const waitUntil = retryAfter === undefined ? null : Date.now() + retryAfter * 1000
    return setState({ ...untouched, failure: error, waitUntil })
  }
  return { ...state, check }
}
