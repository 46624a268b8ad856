import { scaleLinear, scaleTime } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { useId, type PointerEvent } from 'react'
import { useChartCursor } from './chart-cursor.ts'
import styles from './step-line.module.css'

export type Step = {
  /** In milliseconds since the epoch: from then on it holds. */
  readonly at: number
  readonly value: number
  /** Day and value, as one says them. */
  readonly spoken: string
}

type StepLineProps = {
  readonly label: string
  /** What the keyboard does here. */
  readonly hint: string
  /** Oldest first, at least one. */
  readonly steps: readonly Step[]
  /** Where the line ends, in milliseconds since the epoch. */
  readonly until: number
  /** The greatest value that the axis has room for. */
  readonly most: number
  readonly formatValue: (value: number) => string
  readonly formatTime: (time: number) => string
}

/** In percent of the height: room for a stroke at the greatest value. */
const headroom = 6

/** A value that holds until the next one. Places are in percent: it is drawn once for every window. */
export function StepLine(props: StepLineProps) {
  const { label, hint, steps, until, most, formatValue, formatTime } = props
  const hintId = useId()
  const { at, point, stop } = useChartCursor(steps.length, steps.length - 1)
  const first = steps[0]?.at ?? until
  // A line of one moment would be a point.
  const x = scaleTime([first, Math.max(until, first + 1)], [0, 100])
  const y = scaleLinear([0, most], [100, headroom])
  const shape = line<readonly [number, number]>()
    .x(([time]) => x(time))
    .y(([, value]) => y(value))
    .curve(curveStepAfter)
  const last = steps.at(-1)
  const ends = last === undefined ? [] : [[until, last.value] as const]
  const path = shape([...steps.map((step) => [step.at, step.value] as const), ...ends]) ?? ''
  const shown = at === null ? undefined : steps[at]
  const pointAt = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const time = x.invert(((clientX - left) / width) * 100).getTime()
    point(
      Math.max(
        0,
        steps.findLastIndex((step) => step.at <= time),
      ),
    )
  }
  return (
    <figure className={styles['chart']} aria-label={label} aria-describedby={hintId} {...stop}>
      <div className={styles['area']}>
        <svg className={styles['lines']} aria-hidden="true">
          {y.ticks(3).map((value) => (
            <g key={value}>
              <line
                className={styles['grid']}
                x1="0"
                x2="100%"
                y1={`${y(value)}%`}
                y2={`${y(value)}%`}
              />
              <text
                className={styles['tick']}
                x="-8"
                y={`${y(value)}%`}
                dy="0.32em"
                textAnchor="end"
              >
                {formatValue(value)}
              </text>
            </g>
          ))}
        </svg>
        <svg
          className={styles['plot']}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerMove={pointAt}
        >
          <rect className={styles['reach']} width="100" height="100" />
          <path className={styles['line']} d={path} vectorEffect="non-scaling-stroke" />
        </svg>
        {shown !== undefined && (
          <span
            className={styles['mark']}
            style={{ left: `${x(shown.at)}%`, top: `${y(shown.value)}%` }}
          />
        )}
      </div>
      <div className={styles['axis']} aria-hidden="true">
        <span>{formatTime(first)}</span>
        <span className={styles['now']}>{shown?.spoken}</span>
        <span>{formatTime(until)}</span>
      </div>
      <span id={hintId} hidden>
        {hint}
      </span>
      <output className="visually-hidden">{shown?.spoken}</output>
    </figure>
  )
}
