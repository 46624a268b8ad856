import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { ErrorIcon } from './icons.tsx'
import styles from './error-summary.module.css'

export type SummaryItem = { readonly fieldId: string; readonly message: string }

type ErrorSummaryProps = {
  readonly title: string
  /** The next step, or anything that stands under the title. */
  readonly children?: ReactNode
  /** Every field that is wrong, in the order of the form; each leads to its field. */
  readonly items?: readonly SummaryItem[]
  /** Changes with every failed try, so that focus comes here again. */
  readonly attempt: number
}

/** All that is wrong with a form, at its top. Takes the focus, which also reads it out. */
export function ErrorSummary({ attempt, ...summary }: ErrorSummaryProps) {
  return <Summary key={attempt} {...summary} />
}

const noItems: readonly SummaryItem[] = []

function Summary({ title, children, items = noItems }: Omit<ErrorSummaryProps, 'attempt'>) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [])
  return (
    <div ref={summary} className={styles['summary']} role="alert" tabIndex={-1}>
      <span className={styles['sign']}>
        <ErrorIcon />
      </span>
      <div className={styles['body']}>
        <p className={styles['title']}>{title}</p>
        {children}
        {items.length > 0 && (
          <ul className={styles['list']}>
            {items.map(({ fieldId, message }) => (
              <li key={`${fieldId} ${message}`}>
                <a
                  className={styles['link']}
                  href={`#${fieldId}`}
                  onClick={(event) => focusField(event, fieldId)}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function focusField(event: MouseEvent, fieldId: string) {
  event.preventDefault()
  document.getElementById(fieldId)?.focus()
}
