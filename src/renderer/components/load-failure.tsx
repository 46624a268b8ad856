import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/ipc/result.ts'
import { Button } from './ui/button.tsx'
import { Notice } from './ui/notice.tsx'

type LoadFailureProps = {
  readonly error: AppError
  readonly busy: boolean
  readonly onRetry: () => void
}

/** Why something could not be loaded, what to do, and another try. */
export function LoadFailure({ error: { code, params }, busy, onRetry }: LoadFailureProps) {
  const { t } = useTranslation(['forms', 'errors'])
  return (
    <Notice
      tone="error"
      title={t(`${code}.message`, { ns: 'errors', ...params })}
      action={
        <Button variant="secondary" busy={busy} onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      {t(`${code}.next`, { ns: 'errors', ...params })}
    </Notice>
  )
}
