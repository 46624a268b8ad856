import { useTranslation } from 'react-i18next'
import { formatDuration } from '../i18n/format.ts'
import { useCountdown } from '../../ui/clock.ts'
import { useLanguage } from '../i18n/languages.ts'
import { Button } from '../../ui/button.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import styles from './send-again.module.css'

type SendAgainProps = {
  /** From when on another code can be sent, in milliseconds since the epoch. */
  readonly from: number
  readonly busy: boolean
  /** Another code has been sent since the page opened. */
  readonly sent: boolean
  readonly onSend: () => void
}

/** Sends the code again: the wait is seen every second, and read out only when it is over. */
export function SendAgain({ from, busy, sent, onSend }: SendAgainProps) {
  const { t } = useTranslation('forms')
  const language = useLanguage()
  const left = useCountdown(from)
  return (
    <div className={styles['again']}>
      {left > 0 ? (
        <p role="timer">{t('code.sendIn', { time: formatDuration(language, left) })}</p>
      ) : (
        <Button variant="quiet" busy={busy} onClick={onSend} busyLabel={t('code.sending')}>
          {t('code.send')}
        </Button>
      )}
      <output data-focus-next className={sent ? styles['sent'] : 'visually-hidden'}>
        {sent && <CheckIcon size={18} />}
        {sent ? t('code.sent') : left === 0 && t('code.sendNow')}
      </output>
    </div>
  )
}
