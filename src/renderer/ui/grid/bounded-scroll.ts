/**
 * A list of any length in a scroller of bounded height. Chromium's elements end at 8,388,607 physical
 * pixels, at a zoom of 200 % at half of that, and 250,000 rows are longer: so the scroll bar's position
 * stands for a place in the list, and what is shown of it is moved to where the scroller has come to.
 */

/** In CSS pixels. */
export type ScrollSizes = {
  /** Of all rows. */
  readonly content: number
  /** Of what shows of them at once. */
  readonly view: number
}

/** In CSS pixels: the scroller's own position, and the list's that it stands for. */
export type ScrollPlace = { readonly top: number; readonly offset: number }

/** Below Chromium's end also at a zoom of 500 %, and of more steps than a scroll bar has pixels. */
const tallest = 1_000_000

/** How tall the scroller's content is. */
export function trackOf({ content }: ScrollSizes): number {
  return Math.min(content, tallest)
}

function lastTop(sizes: ScrollSizes): number {
  return Math.max(0, trackOf(sizes) - sizes.view)
}

function lastOffset({ content, view }: ScrollSizes): number {
  return Math.max(0, content - view)
}

/** The nearest offset that the list has. */
export function withinList(offset: number, sizes: ScrollSizes): number {
  return Math.min(Math.max(0, offset), lastOffset(sizes))
}

/** Where the scroll bar stands for `offset`. */
export function topFor(offset: number, sizes: ScrollSizes): number {
  if (lastOffset(sizes) === 0) return 0
  return (withinList(offset, sizes) / lastOffset(sizes)) * lastTop(sizes)
}

function offsetFor(top: number, sizes: ScrollSizes): number {
  if (lastTop(sizes) === 0) return 0
  return withinList((top / lastTop(sizes)) * lastOffset(sizes), sizes)
}

/**
 * The place once the scroller has come to `top`.
 * @param isFine whether a wheel or a finger moves it, which the rows follow pixel by pixel; the scroll
 *   bar goes through the whole list instead
 */
export function follow(
  place: ScrollPlace,
  top: number,
  isFine: boolean,
  sizes: ScrollSizes,
): ScrollPlace {
  // Where it was put, which need not be a whole pixel of the list's.
  if (top === place.top) return place
  if (!isFine || sizes.content <= tallest) return { top, offset: offsetFor(top, sizes) }
  return { top, offset: withinList(place.offset + top - place.top, sizes) }
}

/** Whether the scroller is at its end while the list is not: it must be moved for one to go on. */
export function isStuck({ top, offset }: ScrollPlace, sizes: ScrollSizes): boolean {
  const atStart = top <= 0 && offset > 0
  // A scroller comes to its end up to a pixel early where pixels are not whole.
  return atStart || (top >= lastTop(sizes) - 1 && offset < lastOffset(sizes) - 1)
}

/** So far the scroll bar may be from where it belongs: a pixel or two of its own. */
const drift = 2_000

/** Whether the scroll bar is to be put where it belongs: always at the ends of the list. */
export function isAstray({ top, offset }: ScrollPlace, sizes: ScrollSizes): boolean {
  const off = Math.abs(top - topFor(offset, sizes))
  const isAtEnd = offset <= 0 || offset >= lastOffset(sizes)
  return off > drift || (isAtEnd && off > 1)
}

/** Which rows are drawn, in a scroller at `place`. */
export type Extent = {
  /** Up to and without `to`. */
  readonly from: number
  readonly to: number
  /** What is added to a row's place in the list to have its place in the scroller, in CSS pixels. */
  readonly shift: number
  readonly direction: 'up' | 'down'
  /** Whether one goes past a whole view at a time, and can read no more than names. */
  readonly isFlying: boolean
}

/** So many rows come at once, so that not every row that one scrolls past draws the list again. */
const step = 4
/** Beyond what is in view: what a wheel moves by before the next rows are drawn. */
const margin = 8

export type ListShape = { readonly total: number; readonly rowHeight: number }

/** The rows in view at `place`, and some more at both sides; while one flies past, no more. */
export function extentAt(
  { top, offset }: ScrollPlace,
  view: number,
  { total, rowHeight }: ListShape,
  { direction, isFlying }: Pick<Extent, 'direction' | 'isFlying'>,
): Extent {
  const first = Math.floor(offset / rowHeight / step) * step
  const beyond = isFlying ? 0 : margin
  // As many wherever one is, so that a step brings no more than its own rows.
  const count = (Math.ceil(view / rowHeight / step) + 1) * step + 2 * beyond
  const from = Math.max(0, Math.min(first - beyond, total - count))
  return {
    from,
    to: Math.min(total, from + count),
    shift: top - offset,
    direction,
    isFlying,
  }
}

/** The offset that has row `index` wholly in view, as near to `offset` as can be. */
export function offsetShowing(
  index: number,
  offset: number,
  view: number,
  rowHeight: number,
): number {
  const start = index * rowHeight
  if (start < offset) return start
  return Math.max(offset, start + rowHeight - view)
}
