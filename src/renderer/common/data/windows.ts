/**
 * Rows of a long list, of which main answers windows by number: those in view are asked for, then those
 * that one scrolls towards. What was asked before is shown until there is something in its place.
 */
import type { AppError, Result } from '../../../shared/contract/result.ts'
import type { Freshness } from '../../../shared/contract/route.ts'
import type { GridRows, GridWindow } from '../../ui/grid/grid-props.ts'

type Answer<Row> = {
  readonly window: {
    readonly items: readonly Row[]
    readonly total: number
    readonly kept: number
    readonly isWhole: boolean
  }
  /** Left out of what is computed on this computer alone. */
  readonly freshness?: Freshness
}

/** Asks for the rows from `offset` on: one question, with its filters and its order. */
export type ReadWindow<Row> = (offset: number, limit: number) => Promise<Result<Answer<Row>>>

export type WindowsView<Row> = {
  /** Null until something was answered. */
  readonly rows: GridRows<Row> | null
  /** Of the whole list and not of the question alone: how much of it is here, and whether that is all. */
  readonly list: {
    readonly kept: number
    readonly isWhole: boolean
    readonly freshness?: Freshness | undefined
  } | null
  /** Why the last question was not answered. */
  readonly error: AppError | null
}

export type Windows<Row> = {
  /** Asks another question, first for the rows around `start`. */
  readonly ask: (read: ReadWindow<Row>, start: number) => void
  /** What main keeps has changed: what is in view is asked for anew. */
  readonly refresh: () => void
  readonly view: () => WindowsView<Row>
  readonly subscribe: (listener: () => void) => () => void
}

/** Rows of one window; main answers at most two hundred. */
const size = 100
/** Two at once: main answers one after the other, and what one scrolls past is no longer wanted. */
const mostAtOnce = 2
/** Windows that are kept: what one has scrolled far away from goes first. */
const mostKept = 40

/** The rows of one question after the other. */
export function createWindows<Row>(): Windows<Row> {
  const listeners = new Set<() => void>()
  let view: WindowsView<Row> = { rows: null, list: null, error: null }
  /** The question that is shown, and the one that was asked since and is not answered yet. */
  let shown: Question<Row> | null = null
  let next: { readonly question: Question<Row>; readonly start: number } | null = null
  let isAsking = false

  const tell = (changes: Partial<WindowsView<Row>>) => {
    view = { ...view, ...changes }
    for (const listener of listeners) listener()
  }
  const showAnswer = (question: Question<Row>, { window, freshness }: Answer<Row>) => {
    const { kept, isWhole, total } = window
    shown = question
    tell({
      rows: { total, at: question.at, show: question.show, isFormer: next !== null },
      list: { kept, isWhole, freshness },
      error: null,
    })
  }
  const showFailure = (error: AppError) => {
    tell({ error, rows: view.rows && { ...view.rows, isFormer: false } })
  }
  const askNext = async () => {
    if (isAsking) return
    isAsking = true
    // While one types, those in between are never asked.
    while (next !== null) {
      const { question, start } = next
      // oxlint-disable-next-line no-await-in-loop -- one question at a time
      const result = await question.begin(start)
      if (next?.question !== question) continue
      next = null
      if (result.ok) showAnswer(question, result.data)
      else showFailure(result.error)
    }
    isAsking = false
  }

  return {
    ask(read, start) {
      const question: Question<Row> = createQuestion(read, (answer) => {
        if (shown === question) showAnswer(question, answer)
      })
      next = { question, start }
      if (view.rows !== null) tell({ rows: { ...view.rows, isFormer: true } })
      void askNext()
    },
    refresh: () => shown?.refresh(),
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Question<Row> = {
  readonly begin: (start: number) => Promise<Result<Answer<Row>>>
  readonly at: (index: number) => Row | undefined
  readonly show: (wanted: GridWindow) => void
  readonly refresh: () => void
}

/** @param onAnswer called with each window but the first, which `begin` answers */
function createQuestion<Row>(
  read: ReadWindow<Row>,
  onAnswer: (answer: Answer<Row>) => void,
): Question<Row> {
  const windows = new Map<number, readonly Row[]>()
  /** Asked for since the list has last changed. */
  const current = new Set<number>()
  const underWay = new Set<number>()
  let inView: GridWindow = { from: 0, to: 1, direction: 'down' }
  let total = 0

  const take = async (number: number) => {
    underWay.add(number)
    const result = await read(number * size, size)
    underWay.delete(number)
    if (result.ok) {
      windows.set(number, result.data.window.items)
      total = result.data.window.total
      current.add(number)
      forgetFarthest(windows, current, Math.floor(inView.from / size))
    }
    return result
  }
  const takeWanted = () => {
    for (const number of windowsOf(inView, total)) {
      if (underWay.size >= mostAtOnce) return
      if (!current.has(number) && !underWay.has(number)) void takeOne(number)
    }
  }
  const takeOne = async (number: number) => {
    const result = await take(number)
    // What could not be had is asked for again once one scrolls, and not at once.
    if (!result.ok) return
    onAnswer(result.data)
    takeWanted()
  }

  return {
    begin: (start) => take(Math.floor(start / size)),
    at: (index) => windows.get(Math.floor(index / size))?.[index % size],
    show(wanted) {
      inView = wanted
      takeWanted()
    },
    refresh() {
      current.clear()
      takeWanted()
    },
  }
}

/** Those in view, and then the next one in the way that one scrolls; `total` rows there are. */
function windowsOf({ from, to, direction }: GridWindow, total: number): readonly number[] {
  const first = Math.floor(from / size)
  const last = Math.floor(Math.max(from, to - 1) / size)
  const seen = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const ahead = direction === 'down' ? last + 1 : first - 1
  return [...seen, ahead].filter((number) => number >= 0 && number * size < total)
}

function forgetFarthest(windows: Map<number, unknown>, current: Set<number>, middle: number): void {
  if (windows.size <= mostKept) return
  const farthest = [...windows.keys()].reduce((one, other) =>
    Math.abs(one - middle) >= Math.abs(other - middle) ? one : other,
  )
  windows.delete(farthest)
  current.delete(farthest)
}
