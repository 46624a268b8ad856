import { memo } from 'react'
import styles from './night-road.module.css'
import { band, dashes, horizon, view } from './road.ts'

type Trail = { readonly offset: number; readonly height: number; readonly width: number }

/** Tail lights go away on the right, headlights come on the left; each car leaves two lines. */
const tailLights: readonly Trail[] = [
  { offset: 150, height: 62, width: 9 },
  { offset: 268, height: 62, width: 9 },
  { offset: 196, height: 118, width: 3 },
  { offset: 420, height: 70, width: 12 },
  { offset: 566, height: 70, width: 12 },
  { offset: 490, height: 150, width: 4 },
  { offset: 730, height: 58, width: 6 },
  { offset: 838, height: 58, width: 6 },
  { offset: 340, height: 210, width: 2.5 },
]
const headlights: readonly Trail[] = [
  { offset: -330, height: 66, width: 5 },
  { offset: -450, height: 66, width: 5 },
  { offset: -640, height: 74, width: 8 },
  { offset: -772, height: 74, width: 8 },
  { offset: -980, height: 92, width: 3 },
]

/** Each line of light: a wide glow, a narrower one, and the bright core. */
const layers = [
  { spread: 9, className: 'glow' },
  { spread: 3.2, className: 'halo' },
  { spread: 1, className: 'core' },
] as const

/** A distant town: [along the horizon, above it, size]. */
const lamps = [
  [402, 6, 1.2],
  [436, 9, 1],
  [470, 5, 1.5],
  [516, 11, 1],
  [548, 6, 1.3],
  [588, 8, 1],
  [640, 5, 1.1],
  [1124, 7, 1.2],
  [1170, 11, 1],
  [1206, 6, 1.5],
  [1248, 9, 1],
  [1302, 6, 1.2],
  [1356, 10, 1],
] as const

/** A road at night and the lights that passed on it while the shutter was open. */
export const NightRoad = memo(function NightRoad() {
  return (
    <svg
      className={styles['road']}
      viewBox={`0 0 ${view.width} ${view.height}`}
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="road-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles['skyHigh']} />
          <stop offset="1" className={styles['skyLow']} />
        </linearGradient>
        <radialGradient id="road-dusk">
          <stop offset="0" className={styles['duskNear']} />
          <stop offset="1" className={styles['duskFar']} />
        </radialGradient>
      </defs>
      <rect width={view.width} height={horizon + 2} fill="url(#road-sky)" />
      <ellipse cx="1050" cy={horizon} rx="560" ry="120" fill="url(#road-dusk)" />
      <path className={styles['hills']} d={hills} />
      <g className={styles['lamps']}>
        {lamps.map(([x, above, size]) => (
          <circle key={x} cx={x} cy={horizon - above} r={size} />
        ))}
      </g>
      <path className={styles['ground']} d={`M0 ${horizon}H1440V440H0Z`} />
      <path className={styles['asphalt']} d={band(0, 2500)} />
      <path className={styles['line']} d={band(-1180, 14) + band(1180, 14)} />
      <path className={styles['line']} d={dashes(640, 12, 1.4, 0.5) + dashes(-560, 12, 1.4, 0.5)} />
      <path className={styles['rail']} d={band(0, 26, 40)} />
      <Trails className={styles['white']} trails={headlights} />
      <Trails className={styles['red']} trails={tailLights} />
    </svg>
  )
})

const hills = `M0 ${horizon}C180 ${horizon - 26} 300 ${horizon - 8} 470 ${horizon - 16}S760 ${horizon - 4} 900 ${horizon - 10}S1180 ${horizon - 34} 1440 ${horizon - 14}V${horizon + 2}H0Z`

type TrailsProps = { readonly className: string | undefined; readonly trails: readonly Trail[] }

function Trails({ className, trails }: TrailsProps) {
  return (
    <g className={className}>
      {layers.map(({ spread, className: layer }) => (
        <path
          key={layer}
          className={styles[layer]}
          d={trails
            .map(({ offset, width, height }) => band(offset, width * spread, height))
            .join('')}
        />
      ))}
    </g>
  )
}
