/** Signs of how a customer stands, beside the words that say it. */
import { useTranslation } from 'react-i18next'
import type {
  CoverState,
  ReportingState,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
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
