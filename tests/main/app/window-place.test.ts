/** Where the window opens, on screens that may be others than when it was closed. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWithin, type Area } from '../../../src/main/app/window/place-within.ts'
import { settingsOf } from '../../../src/main/platform/settings/settings-values.ts'

const area = (x: number, y: number, width: number, height: number): Area => ({
  x,
  y,
  width,
  height,
})
const screen = area(0, 0, 1920, 1040)
const last = (x: number, y: number, width = 1180, height = 800) => ({
  width,
  height,
  position: { x, y },
  maximized: false,
})

describe('the window opens', () => {
  it.each([
    ['where it was', last(300, 100), [screen], area(300, 100, 1180, 800)],
    [
      'on the second screen, where that is still there',
      last(-1500, 200),
      [screen, area(-1600, 0, 1600, 1200)],
      area(-1500, 200, 1180, 800),
    ],
    [
      'on the first one, where the second is gone',
      last(-1500, 200),
      [screen],
      { width: 1180, height: 800 },
    ],
    ['moved, where it stood half outside', last(1500, 900), [screen], area(740, 240, 1180, 800)],
    [
      'smaller, on a smaller screen',
      last(100, 100),
      [area(0, 25, 1024, 700)],
      area(0, 25, 1024, 700),
    ],
    [
      'on the screen that has most of it',
      last(1700, 0, 1000, 800),
      [screen, area(1920, 0, 1920, 1080)],
      area(1920, 0, 1000, 800),
    ],
    [
      'within its screen after another scale, which makes that one smaller',
      last(1200, 300, 1400, 900),
      [area(0, 0, 1536, 824)],
      area(136, 0, 1400, 824),
    ],
    [
      'of the size that it had, where no place was kept',
      { ...last(0, 0), position: null },
      [screen],
      { width: 1180, height: 800 },
    ],
    ['all the same where no screen is told', last(10, 10), [], { width: 1180, height: 800 }],
  ])('%s', (_how, place, areas, expected) => {
    expect(placeWithin(place, areas)).toEqual(expected)
  })

  it('wholly within one of the screens, wherever it was', () => {
    const coordinate = fc.integer({ min: -8_000, max: 8_000 })
    const length = fc.integer({ min: 480, max: 4_000 })
    const anyArea = fc.record({ x: coordinate, y: coordinate, width: length, height: length })
    fc.assert(
      fc.property(anyArea, fc.array(anyArea, { minLength: 1, maxLength: 3 }), (was, areas) => {
        const { x, y, width, height } = was
        const opened = placeWithin({ width, height, position: { x, y }, maximized: false }, areas)
        const holds = (one: Area) =>
          !('x' in opened) ||
          (opened.x >= one.x &&
            opened.y >= one.y &&
            opened.x + opened.width <= one.x + one.width &&
            opened.y + opened.height <= one.y + one.height)
        expect(areas.some(holds)).toBe(true)
        expect(opened.width <= width && opened.height <= height).toBe(true)
      }),
      { seed: 43 },
    )
  })
})

it.each([
  [
    { x: 12, y: -340 },
    { x: 12, y: -340 },
  ],
  [undefined, null],
  [{ x: 1.5, y: 0 }, null],
  [{ x: 0, y: 1e9 }, null],
  [{ x: '0', y: 0 }, null],
])('of a settings file with the place %j, %j is used', (position, expected) => {
  const { window } = settingsOf({ window: { width: 800, height: 700, maximized: true, position } })
  expect(window).toEqual({ width: 800, height: 700, maximized: true, position: expected })
})
