/** Signs of how a customer stands, beside the words that say it, and of how much its days can be trusted. */
import { useTranslation } from 'react-i18next'
import type {
  CoverState,
  ReportingState,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { formatReportDay } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import {
  CheckIcon,
  ClockIcon,
  CloseIcon,
  ErrorIcon,
  InfoIcon,
  QuestionIcon,
  WarningIcon,
  type Icon,
} from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import styles from './exposure.module.css'

const ofCover = {
  covered: CheckIcon,
  over: WarningIcon,
  refused: CloseIcon,
  unknown: QuestionIcon,
  no_rate: InfoIcon,
} as const satisfies Record<CoverState, Icon>

export const ofReporting = {
  not_due: CheckIcon,
  within_mep: ClockIcon,
  to_report: WarningIcon,
  late: ErrorIcon,
} as const satisfies Record<ReportingState, Icon>

/** How a customer stands to its limit, in a word or two. */
export function CoverSign({ cover }: { readonly cover: CoverState }) {
  const { t } = useTranslation('exposure')
  const Sign = ofCover[cover]
  return (
    <span className={styles['state']} data-state={cover}>
      <Sign size={16} />
      <span>{t(`cover.${cover}`)}</span>
    </span>
  )
}

/** How its oldest invoice stands to the conditions of the policy; nothing where that is not known. */
export function ReportingSign({ reporting }: { readonly reporting: ReportingState | null }) {
  const { t } = useTranslation('exposure')
  if (reporting === null) return null
  const Sign = ofReporting[reporting]
  return (
    <span className={styles['state']} data-state={reporting}>
      <Sign size={16} />
      <span>{t(`reporting.${reporting}`)}</span>
    </span>
  )
}

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
