/** Signs that stand before what is told of the portfolio; the words beside each say the same. */
import type { AlertKind } from '../../../shared/contract/credit/alerts.ts'
import type { CaseStepKind } from '../../../shared/contract/collectnet/cases.ts'
import type { CaseStatus } from '../../../shared/contract/credit/case-filters.ts'
import type { LimitStatus } from '../../../shared/contract/credit/credit-limits.ts'
import styles from './rows.module.css'

const shapes = {
  up: 'M8 12.5V3.5M4 7.5l4-4 4 4',
  down: 'M8 3.5v9M4 8.5l4 4 4-4',
  check: 'M3 8.5l3.2 3.2L13 4.5',
  half: 'M3 8h10',
  cross: 'M4 4l8 8M12 4l-8 8',
  clock: 'M8 3.5V8l2.8 2',
  end: 'M3.5 8h7M12.5 4v8',
  plus: 'M8 3.5v9M3.5 8h9',
  speech: 'M2.5 3.5h11v7H7l-3 2.5v-2.5H2.5z',
  scales: 'M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5l-1.5 4h3zM13 4.5l-1.5 4h3z',
  letter: 'M2.5 4.5h11v7h-11zM2.5 5l5.5 4 5.5-4',
} as const

type Mood = 'good' | 'bad' | 'neutral'
type Drawing = readonly [keyof typeof shapes, Mood]

const ofAlerts = {
  limit_granted: ['check', 'good'],
  limit_reduced: ['down', 'bad'],
  limit_withdrawn: ['cross', 'bad'],
  rating_worse: ['down', 'bad'],
  rating_better: ['up', 'good'],
} as const satisfies Record<AlertKind, Drawing>

const ofStatuses = {
  pending: ['clock', 'neutral'],
  refused: ['cross', 'bad'],
  partly_accepted: ['half', 'bad'],
  accepted: ['check', 'good'],
  reduced: ['down', 'bad'],
  cancelled: ['cross', 'bad'],
  expired: ['end', 'neutral'],
} as const satisfies Record<LimitStatus, Drawing>

const ofCases = {
  open: ['clock', 'neutral'],
  instalments: ['half', 'neutral'],
  legal: ['scales', 'bad'],
  recovered: ['check', 'good'],
  closed: ['end', 'neutral'],
} as const satisfies Record<CaseStatus, Drawing>

const ofSteps = {
  opened: ['plus', 'neutral'],
  reminder_sent: ['letter', 'neutral'],
  debtor_contacted: ['speech', 'neutral'],
  payment_received: ['check', 'good'],
  instalment_plan: ['half', 'neutral'],
  legal_action: ['scales', 'bad'],
  closed: ['end', 'neutral'],
} as const satisfies Record<CaseStepKind, Drawing>

/** Good or bad news at a glance. */
export function AlertSign({ kind }: { readonly kind: AlertKind }) {
  return <Sign drawing={ofAlerts[kind]} />
}

/** What came of an application, or of a limit since. */
export function StatusSign({ status }: { readonly status: LimitStatus }) {
  return <Sign drawing={ofStatuses[status]} />
}

/** How a case of collection stands. */
export function CaseSign({ status }: { readonly status: CaseStatus }) {
  return <Sign drawing={ofCases[status]} />
}

/** What happened in a case of collection. */
export function StepSign({ kind }: { readonly kind: CaseStepKind }) {
  return <Sign drawing={ofSteps[kind]} />
}

/** A limit that is about to end, at a day that is known. */
export function EndSign() {
  return <Sign drawing={['end', 'bad']} />
}

/** A message of the insurer's. */
export function MessageSign() {
  return <Sign drawing={['letter', 'neutral']} />
}

function Sign({ drawing: [shape, mood] }: { readonly drawing: Drawing }) {
  return (
    <span className={styles['sign']} data-mood={mood}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={shapes[shape]} />
      </svg>
    </span>
  )
}
