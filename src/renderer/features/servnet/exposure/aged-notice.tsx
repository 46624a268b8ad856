import { useTranslation } from 'react-i18next'
import { formatReportDay } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Notice } from '../../../ui/notice.tsx'

/**
 * That the ledger says ages in place of due dates, and what that means for every day that follows from them:
 * nobody is to take the earliest day that may be for the day itself.
 * @param props.agedOn the day on which the ages were counted
 */
export function AgedNotice({ agedOn }: { readonly agedOn: string }) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return (
    <Notice>
      <p>{t('aged.what', { date: formatReportDay(language, agedOn) })}</p>
      <p>{t('aged.days')}</p>
    </Notice>
  )
}
