import { arc } from 'd3-shape'
import styles from './charts.module.css'

type RingProps = {
  /** All of it, for whoever does not see it. */
  readonly label: string
  /** 1 to 100; null where there is nothing to compute: the track alone. */
  readonly value: number | null
  readonly text: string
  /** Beneath the value, smaller. */
  readonly caption: string
}

const size = 144
const stroke = 10
const drawn = arc().cornerRadius(stroke / 2)
const full = 2 * Math.PI

/** A value of a hundred as a part of a ring, with the value in its middle. */
export function Ring({ label, value, text, caption }: RingProps) {
  return (
    <div className={styles['ring']}>
      <span className="visually-hidden">{label}</span>
      <svg viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`} aria-hidden="true">
        <path className={styles['ringTrack']} d={pathTo(1)} />
        {value !== null && <path className={styles['ringValue']} d={pathTo(value / 100)} />}
      </svg>
      <div className={styles['ringText']} aria-hidden="true">
        <span className={styles['ringFigure']}>{text}</span>
        <span className={styles['ringCaption']}>{caption}</span>
      </div>
    </div>
  )
}

/** From the top, clockwise. */
function pathTo(share: number): string {
  const outerRadius = size / 2
  const range = { innerRadius: outerRadius - stroke, outerRadius, startAngle: 0 }
  return drawn({ ...range, endAngle: full * share }) ?? ''
}
