import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import { Notice } from '../../ui/notice.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'

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
