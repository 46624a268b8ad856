import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import styles from './rows.module.css'

type Kind = ServnetAlert['kind']

const arrows = {
  up: 'M8 12.5V3.5M4 7.5l4-4 4 4',
  down: 'M8 3.5v9M4 8.5l4 4 4-4',
  check: 'M3 8.5l3.2 3.2L13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
} as const

const signs = {
  limit_granted: ['check', 'good'],
  limit_reduced: ['down', 'bad'],
  limit_withdrawn: ['cross', 'bad'],
  rating_worse: ['down', 'bad'],
  rating_better: ['up', 'good'],
} as const satisfies Record<Kind, readonly [keyof typeof arrows, 'good' | 'bad']>

/** Good or bad news at a glance; the sentence beside it says the same. */
export function AlertSign({ kind }: { readonly kind: Kind }) {
  const [arrow, mood] = signs[kind]
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
        <path d={arrows[arrow]} />
      </svg>
    </span>
  )
}
