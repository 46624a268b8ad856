/** Where the window opens: as it was, and wholly within one of the screens that there are now. */
import type { WindowPlace } from '../../platform/settings/settings-values.ts'

/** A part of all screens together, in device-independent pixels. */
export type Area = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Size = Pick<Area, 'width' | 'height'>

/**
 * The screen that has most of the window keeps it, moved and made smaller as far as it takes. Where none
 * has any of it, as of a second screen that is gone, the system finds a place on the first one.
 * @param areas of each screen, the first one first: what taskbars and docks leave of it
 */
export function placeWithin(last: WindowPlace, areas: readonly Area[]): Size | Area {
  const { position, width, height } = last
  const [first] = areas
  if (first === undefined) return { width, height }
  if (position === null) return sizeWithin(last, first)
  const was = { ...position, width, height }
  const screen = areas.reduce((one, other) =>
    overlap(was, other) > overlap(was, one) ? other : one,
  )
  if (overlap(was, screen) === 0) return sizeWithin(last, first)
  const size = sizeWithin(last, screen)
  return {
    ...size,
    x: within(position.x, screen.x, screen.x + screen.width - size.width),
    y: within(position.y, screen.y, screen.y + screen.height - size.height),
  }
}

function sizeWithin({ width, height }: Size, area: Size): Size {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) }
}

/** How many pixels two areas have in common. */
function overlap(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
