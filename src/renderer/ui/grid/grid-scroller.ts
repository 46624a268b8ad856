/** Follows a grid's scroller: which rows are drawn, and where; and brings it to a row. */
import {
  extentAt,
  follow,
  isAstray,
  isStuck,
  offsetShowing,
  topFor,
  withinList,
  type Extent,
  type ListShape,
  type ScrollPlace,
} from './bounded-scroll.ts'

export type GridScroller = {
  /** Follows `element` until the answer is called. Its parts with `data-sticks` cover no row. */
  readonly attach: (element: HTMLElement) => () => void
  /** Other rows, or of another height: what is in view stays so, as far as it is still there. */
  readonly reshape: (shape: ListShape) => void
  /** Brings row `index` into view. */
  readonly reveal: (index: number) => void
  readonly toStart: () => void
  /** Which rows are drawn. */
  readonly extent: () => Extent
  /** How many rows a page is. */
  readonly page: () => number
  /** The first row in view, with the part of it that is scrolled away. */
  readonly top: () => number
  readonly subscribe: (listener: () => void) => () => void
}

/** Milliseconds without a move after which nobody flies past any more. */
const landing = 80

/**
 * @param startTop the first row in view at first, with the part of it that is scrolled away
 * @param beforeDraw called before other rows are drawn than now
 */
export function createGridScroller(
  shape: ListShape,
  startTop: number,
  beforeDraw: (extent: Extent) => void,
): GridScroller {
  let list = shape
  let view = 0
  let place: ScrollPlace = { top: 0, offset: startTop * shape.rowHeight }
  let extent = extentAt(place, view, list, { direction: 'down', isFlying: false })
  let scroller: HTMLElement | null = null
  let landsLater: number | undefined
  const listeners = new Set<() => void>()

  const sizes = () => ({ content: list.total * list.rowHeight, view })
  const draw = (next: ScrollPlace, isFlying = false) => {
    const direction = next.offset < place.offset ? 'up' : 'down'
    const wanted = extentAt(next, view, list, { direction, isFlying })
    place = next
    clearTimeout(landsLater)
    if (isFlying) landsLater = setTimeout(() => draw(place), landing)
    const { from, to, shift } = extent
    const isSame = wanted.from === from && wanted.to === to && wanted.shift === shift
    if (isSame && isFlying === extent.isFlying) return
    beforeDraw(wanted)
    extent = wanted
    for (const listener of listeners) listener()
  }
  const goTo = (offset: number, isFlying = false) => {
    if (scroller === null) return
    scroller.scrollTop = topFor(offset, sizes())
    // Read back, as the browser rounds it.
    draw({ top: scroller.scrollTop, offset: withinList(offset, sizes()) }, isFlying)
  }
  const measure = (element: HTMLElement) => {
    const stuck = [...element.querySelectorAll<HTMLElement>('[data-sticks]')]
    view = element.clientHeight - stuck.reduce((sum, one) => sum + one.offsetHeight, 0)
    goTo(place.offset)
  }

  return {
    attach(element) {
      scroller = element
      measure(element)
      const observer = new ResizeObserver(() => measure(element))
      observer.observe(element)
      const stop = followMoves(element, {
        moved(top, isFine) {
          const next = follow(place, top, isFine, sizes())
          // Where it was put by this scroller itself.
          if (next === place) return
          const isFlying = Math.abs(next.offset - place.offset) >= view
          if (isFine && isStuck(next, sizes())) goTo(next.offset, isFlying)
          else draw(next, isFlying)
        },
        rested() {
          if (isAstray(place, sizes())) goTo(place.offset, extent.isFlying)
        },
      })
      return () => {
        stop()
        observer.disconnect()
        clearTimeout(landsLater)
        scroller = null
      }
    },
    reshape(next) {
      const scale = next.rowHeight / list.rowHeight
      list = next
      goTo(place.offset * scale)
    },
    reveal: (index) => goTo(offsetShowing(index, place.offset, view, list.rowHeight)),
    toStart: () => goTo(0),
    extent: () => extent,
    page: () => Math.max(1, Math.floor(view / list.rowHeight) - 1),
    top: () => place.offset / list.rowHeight,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Moves = {
  /** @param isFine whether a wheel or a finger moves it, and not the scroll bar or a script */
  readonly moved: (top: number, isFine: boolean) => void
  /** What a wheel or a finger has moved lies still. */
  readonly rested: () => void
}

function followMoves(element: HTMLElement, { moved, rested }: Moves): () => void {
  let isFine = false
  const turned = () => {
    isFine = true
  }
  // A press on the scroll bar is one on the scroller itself.
  const pressed = ({ pointerType }: PointerEvent) => {
    isFine = pointerType === 'touch'
  }
  const scrolled = () => moved(element.scrollTop, isFine)
  const ended = () => {
    if (isFine) rested()
    isFine = false
  }
  const controller = new AbortController()
  const options = { passive: true, signal: controller.signal }
  element.addEventListener('wheel', turned, options)
  element.addEventListener('pointerdown', pressed, options)
  element.addEventListener('scroll', scrolled, options)
  element.addEventListener('scrollend', ended, options)
  return () => controller.abort()
}
