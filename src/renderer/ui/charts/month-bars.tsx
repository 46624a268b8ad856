import { scaleBand, scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { useChartCursor } from './chart-cursor.ts'
import styles from './charts.module.css'

export type MonthBar = {
  readonly key: string
  /** Beneath the bar, and beneath that where a year begins. */
  readonly label: string
  readonly year: string | null
  /** Of a hundred; null where there is nothing to compute. */
  readonly percent: number | null
  /** The value above the bar. */
  readonly text: string
  /** Month and value as one says them. */
  readonly spoken: string
}

type MonthBarsProps = {
  readonly label: string
  /** What the keyboard does here. */
  readonly hint: string
  /** Oldest first; the last one is the present. */
  readonly bars: readonly MonthBar[]
  /** The lines across, with what is written beside them. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
}

/** Room above a bar of a hundred for what is written there, in percent of the height. */
const headroom = 14

/** One bar a month on an axis of 0 to 100. Widths are in percent: it is drawn once for every window. */
export function MonthBars({ label, hint, bars, ticks }: MonthBarsProps) {
  const hintId = useId()
  const { at, point, stop } = useChartCursor(bars.length, bars.length - 1)
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, 100],
  ).padding(0.18)
  const y = scaleLinear([0, 100], [100, headroom])
  const shown = at === null ? undefined : bars[at]
  return (
    <figure className={styles['months']} aria-label={label} aria-describedby={hintId} {...stop}>
      <svg className={styles['plot']} aria-hidden="true">
        {ticks.map((tick) => (
          <Tick key={tick.at} y={y(tick.at)} text={tick.text} />
        ))}
        {bars.map((bar, index) => (
          <Bar
            key={bar.key}
            bar={bar}
            x={x(bar.key) ?? 0}
            width={x.bandwidth()}
            y={y(bar.percent ?? 0)}
            state={index === at ? 'pointed' : index === bars.length - 1 ? 'present' : 'past'}
            onPoint={() => point(index)}
          />
        ))}
      </svg>
      <svg className={styles['axis']} aria-hidden="true">
        {bars.map((bar, index) => (
          <AxisLabel
            key={bar.key}
            bar={bar}
            x={(x(bar.key) ?? 0) + x.bandwidth() / 2}
            isPresent={index === bars.length - 1}
          />
        ))}
      </svg>
      <span id={hintId} hidden>
        {hint}
      </span>
      <output className="visually-hidden">{shown?.spoken}</output>
    </figure>
  )
}

type AxisLabelProps = {
  readonly bar: MonthBar
  readonly x: number
  readonly isPresent: boolean
}

function AxisLabel({ bar: { label, year }, x, isPresent }: AxisLabelProps) {
  const place = { x: `${x}%`, textAnchor: 'middle' } as const
  return (
    <>
      <text className={isPresent ? styles['strong'] : undefined} {...place} y="1em">
        {label}
      </text>
      {year !== null && (
        <text {...place} y="2.4em">
          {year}
        </text>
      )}
    </>
  )
}

function Tick({ y, text }: { readonly y: number; readonly text: string }) {
  return (
    <>
      <line className={styles['grid']} x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
      <text className={styles['tick']} x="-8" y={`${y}%`} dy="0.32em" textAnchor="end">
        {text}
      </text>
    </>
  )
}

type BarProps = {
  readonly bar: MonthBar
  readonly x: number
  readonly y: number
  readonly width: number
  readonly state: 'past' | 'present' | 'pointed'
  readonly onPoint: () => void
}

function Bar({ bar: { percent, text }, x, y, width, state, onPoint }: BarProps) {
  return (
    <g className={styles['month']} data-state={state} onPointerEnter={onPoint}>
      <rect className={styles['reach']} x={`${x}%`} width={`${width}%`} y="0" height="100%" />
      {percent !== null && (
        <rect
          className={styles['bar']}
          rx="2"
          x={`${x}%`}
          width={`${width}%`}
          y={`${y}%`}
          height={`${100 - y}%`}
        />
      )}
      <text
        className={styles['value']}
        x={`${x + width / 2}%`}
        y={`${y}%`}
        dy="-0.45em"
        textAnchor="middle"
      >
        {text}
      </text>
    </g>
  )
}
