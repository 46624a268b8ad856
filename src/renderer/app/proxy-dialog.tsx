import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProxyQuestion } from '../../shared/contract/app/proxy.ts'
import { callPortal } from '../common/data/portal.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Unbroken } from '../ui/unbroken.tsx'
import styles from './proxy-dialog.module.css'

/**
 * Who one is to the network's proxy. It stays while the answer is being tried, so that what was typed is
 * there where the proxy refuses it.
 */
export function ProxyDialog({ question }: { readonly question: ProxyQuestion }) {
  const { t } = useTranslation('shell')
  const first = useRef<HTMLInputElement>(null)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(false)
  /** The question that was answered: main is trying it, until it asks another or is through. */
  const [answered, setAnswered] = useState<number | null>(null)
  const { id, host, realm, isAgain, canKeep } = question
  const busy = answered === id
  const decline = () => void callPortal('app.answerProxy', { id, answer: null })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || username === '' || password === '') return
    setAnswered(id)
    void callPortal('app.answerProxy', {
      id,
      answer: { username, password, keep: keep && canKeep },
    })
  }
  return (
    <Dialog
      open
      onClose={decline}
      title={t('proxy.title')}
      description={t('proxy.text')}
      initialFocus={first}
    >
      <form className={styles['form']} method="post" noValidate onSubmit={submit}>
        <dl className={styles['facts']}>
          <dt>{t('proxy.host')}</dt>
          <dd>
            <Unbroken>{host}</Unbroken>
          </dd>
          {realm !== '' && (
            <>
              <dt>{t('proxy.realm')}</dt>
              <dd>
                <bdi>{realm}</bdi>
              </dd>
            </>
          )}
        </dl>
        {isAgain && !busy && (
          <Notice key={id} tone="error">
            {t('proxy.again')}
          </Notice>
        )}
        <TextField
          ref={first}
          label={t('proxy.username')}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={256}
        />
        <PasswordField
          name="proxy-password"
          label={t('proxy.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="off"
          maxLength={256}
        />
        {canKeep && (
          <Checkbox
            label={t('proxy.keep')}
            checked={keep}
            onChange={(event) => setKeep(event.currentTarget.checked)}
          />
        )}
        <DialogActions>
          <Button type="submit" busy={busy} unavailable={username === '' || password === ''}>
            {t('proxy.submit')}
          </Button>
          <Button variant="secondary" onClick={decline}>
            {t('proxy.cancel')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
