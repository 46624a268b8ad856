/**
 * The geometry of the banner's road, seen from a bridge: perspective maps a point on it, given by
 * its offset from the middle and its distance, to the drawing. All lengths are in the units of the
 * drawing at the nearest distance.
 */
export const view = { width: 1440, height: 440 } as const

export const horizon = 132

/** How far the eye reaches; distance 1 is just below the drawing, lights above the road start nearer. */
const farthest = 46
const nearest = 0.5
const samples = 44

/** Where the road vanishes, and how strongly it turns on its way there. */
const aim = 800
const turn = 5.4
const sway = 46

type Point = { readonly x: number; readonly y: number }

/** Evenly spaced on the drawing rather than on the ground, where all detail would be far away. */
const distances = Array.from({ length: samples + 1 }, (_, index) => {
  const part = index / samples
  return 1 / ((1 - part) / nearest + part / farthest)
})

/** Right of the middle is positive; `height` is above the road's surface. */
function project(offset: number, height: number, distance: number): Point {
  const bend = turn * (distance - 1) + sway * Math.sin(distance / 7)
  return {
    x: aim + offset / distance + bend,
    y: horizon + (view.height + 90 - horizon - height) / distance,
  }
}

/** A band along the road that tapers into the distance, as an SVG path. */
export function band(offset: number, width: number, height = 0): string {
  const left = distances.map((distance) => project(offset - width / 2, height, distance))
  const right = distances.map((distance) => project(offset + width / 2, height, distance))
  return `M${[...left, ...right.toReversed()].map(written).join('L')}Z`
}

/** Marks across the road at equal steps on the ground: dashes, or posts beside it. */
export function dashes(offset: number, width: number, step: number, length: number): string {
  const starts = Array.from({ length: Math.floor(farthest / step) }, (_, index) => 1 + index * step)
  return starts
    .map((near) => {
      const far = Math.min(near + length, farthest)
      const corners = [
        project(offset - width / 2, 0, near),
        project(offset - width / 2, 0, far),
        project(offset + width / 2, 0, far),
        project(offset + width / 2, 0, near),
      ]
      return `M${corners.map(written).join('L')}Z`
    })
    .join('')
}

function written({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
