import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { assertNever } from '../../../../shared/assert-never.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { formatCalendarDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { applicationPath, limitPath } from '../../../common/navigation/navigation.ts'
import { showStatusSheet } from '../../../common/navigation/overlays.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import styles from './apply.module.css'
import type { Warning } from './use-checks.ts'

/** What is to be known before an application is sent, each with the way on; none of it forbids to send it. */
export function ApplicationWarnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  // The form itself shows what is about one of its fields.
  const shown = warnings.filter(({ kind }) => kind !== 'number_unlikely' && kind !== 'buyer_known')
  if (shown.length === 0) return null
  return (
    <div className={styles['warnings']}>
      {shown.map((warning) => (
        <Warned key={warning.kind} warning={warning} />
      ))}
    </div>
  )
}

function Warned({ warning }: { readonly warning: Warning }) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  switch (warning.kind) {
    case 'application_exists':
      return (
        <Notice
          tone="warning"
          title={t('warnings.application_exists', {
            amount: formatMoney(language, warning.amount),
            date: formatCalendarDay(language, warning.appliedAt),
          })}
          action={
            <Link
              className={buttonClass('secondary')}
              href={applicationPath(warning.applicationId)}
            >
              {t('warnings.openApplication')}
            </Link>
          }
        >
          {t('warnings.existsNext')}
        </Notice>
      )
    case 'application_waits':
      return (
        <Notice
          tone="warning"
          title={t('warnings.application_waits', { amount: formatMoney(language, warning.amount) })}
          action={
            <Button variant="secondary" onClick={() => showStatusSheet(true)}>
              {t('warnings.showOutbox')}
            </Button>
          }
        >
          {t('warnings.waitsNext')}
        </Notice>
      )
    case 'limit_suffices':
      return (
        <Notice
          title={t(warning.endsOn === null ? 'warnings.limit_suffices' : 'warnings.sufficesUntil', {
            amount: formatMoney(language, warning.inForce),
            date: warning.endsOn === null ? '' : formatCalendarDay(language, warning.endsOn),
          })}
          action={
            <Link className={buttonClass('secondary')} href={limitPath(warning.limitId)}>
              {t('warnings.openLimit')}
            </Link>
          }
        />
      )
    case 'number_unlikely':
    case 'buyer_known':
      return null
    default:
      return assertNever(warning)
  }
}
