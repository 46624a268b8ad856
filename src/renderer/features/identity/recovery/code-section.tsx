import { useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CodeFormat } from '../../../../shared/rules/codes.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import formStyles from '../../../common/forms/form.module.css'
import { CodeValidity } from '../../../common/forms/code-validity.tsx'
import { SendAgain } from '../../../common/forms/send-again.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { ChevronDownIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import type { AnswersView, Take } from './use-recovery.ts'
import styles from './recovery.module.css'

type CodeSectionProps = {
  readonly view: AnswersView
  readonly at: number
  readonly take: Take
  readonly format: CodeFormat
  /** Another code was sent: the one in the field counts no more. */
  readonly onReplaced: () => void
  readonly field: UseFormRegisterReturn
  readonly problem: string | undefined
}

/** The code that was e-mailed, another one, and what to do where none arrives. */
export function CodeSection({ view, at, take, onReplaced, ...code }: CodeSectionProps) {
  const { t } = useTranslation(['recovery', 'forms', 'errors'])
  const again = useSendAgain(take, onReplaced)
  const { username, codeAgainIn, codeExpiresIn } = view
  return (
    <section className={formStyles['section']} aria-labelledby="code-title">
      <div className={formStyles['sectionHead']}>
        <h2 id="code-title">{t('answers.codeTitle')}</h2>
        {/* The same words whether or not there is such an account. */}
        <p>{t('answers.codeSent', { username })}</p>
      </div>
      <div className={styles['code']}>
        <CodeField
          {...code.field}
          id="code"
          format={code.format}
          label={t('code.label', { ns: 'forms' })}
          hint={t(`code.hint.${code.format}`, { ns: 'forms' })}
          error={code.problem}
        />
        <SendAgain
          from={Math.max(at + (codeAgainIn ?? 0) * 1000, again.until)}
          busy={again.busy}
          sent={again.sent}
          onSend={() => void again.send()}
        />
        {codeExpiresIn !== null && (
          <div className={styles['validity']}>
            <CodeValidity until={at + codeExpiresIn * 1000} />
          </div>
        )}
        {again.failure !== null && (
          <Notice
            tone="error"
            title={t(`${again.failure.code}.message`, { ns: 'errors', ...again.failure.params })}
          >
            {t(`${again.failure.code}.next`, { ns: 'errors', ...again.failure.params })}
          </Notice>
        )}
      </div>
      <details className={styles['noMail']}>
        <summary>
          {t('noMail.title')}
          <ChevronDownIcon size={16} />
        </summary>
        <ul>
          {(['spam', 'name', 'other', 'contact'] as const).map((advice) => (
            <li key={advice}>{t(`noMail.${advice}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

type Sending = {
  readonly busy: boolean
  readonly sent: boolean
  readonly failure: AppError | null
  /** No sooner than this, in milliseconds since the epoch. */
  readonly until: number
}

function useSendAgain(take: Take, onReplaced: () => void) {
  const [state, setState] = useState<Sending>({ busy: false, sent: false, failure: null, until: 0 })
  const send = async () => {
    setState((before) => ({ ...before, busy: true, failure: null }))
    const result = await take(() => callPortal('recovery.sendCode', {}))
    if (result === null) return
    const failure = result.ok ? null : result.error
    const until = Date.now() + (failure?.retryAfter ?? 0) * 1000
    setState({ busy: false, sent: result.ok, failure, until })
    if (result.ok) onReplaced()
  }
  return { ...state, send }
}
