import { scaleLinear } from 'd3-scale'
import { useId, type ReactNode } from 'react'
import { useChartCursor } from './chart-cursor.ts'
import styles from './charts.module.css'

export type AmountBar = {
  readonly key: string
  readonly label: string
  /** For its length alone; null where it is not known. */
  readonly size: number | null
  /** Label and amount as one says them. */
  readonly spoken: string
  /** At the end of its row: the amount, as a link for instance. */
  readonly end: ReactNode
  /** Told apart without colour: a hatch, and greys with a label beside each. */
  readonly fill: 'hatch' | 'light' | 'medium' | 'dark'
}

type AmountBarsProps = {
  readonly label: string
  /** What the keyboard does here. */
  readonly hint: string
  readonly bars: readonly AmountBar[]
}

/** Amounts as bars on one scale, the largest across all of the room; nothing draws the track alone. */
export function AmountBars({ label, hint, bars }: AmountBarsProps) {
  const hintId = useId()
  const hatchId = useId()
  const { at, point, stop } = useChartCursor(bars.length, 0)
  const largest = Math.max(0, ...bars.map(({ size }) => size ?? 0))
  const x = scaleLinear([0, largest === 0 ? 1 : largest], [0, 100])
  const shown = at === null ? undefined : bars[at]
  return (
    <div className={styles['amounts']}>
      <figure aria-label={label} aria-describedby={hintId} {...stop}>
        <Hatch id={hatchId} />
        <ul className={styles['amountRows']}>
          {bars.map(({ key, label: name, size, end, fill }, index) => (
            <li
              key={key}
              className={styles['amountRow']}
              data-pointed={index === at || undefined}
              onPointerEnter={() => point(index)}
            >
              <span className={styles['amountLabel']}>{name}</span>
              <svg className={styles['amountBar']} aria-hidden="true">
                <rect className={styles['track']} width="100%" height="100%" rx="2" />
                {size !== null && size > 0 && (
                  <rect
                    className={styles['amount']}
                    data-fill={fill}
                    // A little of something is never nothing.
                    width={`${Math.max(x(size), 0.5)}%`}
                    height="100%"
                    rx="2"
                    fill={fill === 'hatch' ? `url(#${hatchId})` : undefined}
                  />
                )}
              </svg>
              <span className={styles['amountEnd']}>{end}</span>
            </li>
          ))}
        </ul>
      </figure>
      <span id={hintId} hidden>
        {hint}
      </span>
      <output className="visually-hidden">{shown?.spoken}</output>
    </div>
  )
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <svg className={styles['definitions']} aria-hidden="true">
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className={styles['hatchGround']} width="6" height="6" />
        <rect className={styles['hatchLine']} width="3" height="6" />
      </pattern>
    </svg>
  )
}
