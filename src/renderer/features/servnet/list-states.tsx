import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import { formatMoment } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'

type StaleProps = {
  readonly fetchedAt: string
  readonly busy: boolean
  readonly onRetry: () => void
}

/** What is shown was kept on this computer: from when it is, and a try for something newer. */
export function Stale({ fetchedAt, busy, onRetry }: StaleProps) {
  const { t } = useTranslation('servnet')
  const language = useLanguage()
  return (
    <Notice
      tone="warning"
      title={t('stale.title', { date: formatMoment(language, fetchedAt) })}
      action={
        <Button variant="quiet" busy={busy} onClick={onRetry}>
          {t('stale.retry')}
        </Button>
      }
    >
      {t('stale.text')}
    </Notice>
  )
}

/** A mark that was taken back, as the portal did not get it. */
export function NotKept({ error: { code, params } }: { readonly error: AppError }) {
  const { t } = useTranslation(['servnet', 'errors'])
  return (
    <Notice tone="error" title={t('notKept')}>
      {t(`${code}.message`, { ns: 'errors', ...params })}{' '}
      {t(`${code}.next`, { ns: 'errors', ...params })}
    </Notice>
  )
}

/** A day or a moment that stays on one line. */
export function Moment({ at, children }: { readonly at: string; readonly children: string }) {
  return (
    <Unbroken>
      <time dateTime={at}>{children}</time>
    </Unbroken>
  )
}
