/** What the bench prints: one line a figure, beside what it is held against and its goal. */

export type Goal = {
  readonly limit: number
  /** Whether the figure should be at most or at least the limit. */
  readonly direction: 'at most' | 'at least'
  readonly stretch?: number
}

export type Figure = {
  readonly name: string
  /** The measured value in words, e.g. "171 /s" or "64 ms". */
  readonly value: string
  /** What it is compared with, in words; empty where it stands alone. */
  readonly against: string
  /** The figure that the goal speaks of: a ratio, or the value itself. */
  readonly measure: number
  readonly unit: '×' | 'KB' | 'MB' | 'ms'
  readonly goal?: Goal
}

export type Section = { readonly title: string; readonly figures: readonly Figure[] }

/** Whether `figure` is where its goal wants it; null without a goal or a measurement. */
export function isReached({ measure, goal }: Figure): boolean | null {
  if (goal === undefined || Number.isNaN(measure)) return null
  return goal.direction === 'at most' ? measure <= goal.limit : measure >= goal.limit
}

const digits = { '×': 2, KB: 1, MB: 2, ms: 2 } as const satisfies Record<Figure['unit'], number>

function measureText({ measure, unit }: Figure): string {
  if (Number.isNaN(measure)) return 'not measured'
  const text = measure.toFixed(digits[unit])
  return unit === '×' ? `${text}×` : `${text} ${unit}`
}

function goalText(figure: Figure): string {
  const { goal } = figure
  const reached = isReached(figure)
  if (goal === undefined || reached === null) return ''
  const sign = goal.direction === 'at most' ? '≤' : '≥'
  const stretch = goal.stretch === undefined ? '' : ` (stretch ${goal.stretch})`
  return `${reached ? '✓ reached' : '✗ not reached'}  goal ${sign} ${goal.limit}${stretch}`
}

/** The figures of one part as an aligned table. */
export function formatSection({ title, figures }: Section): string {
  const rows = figures.map((figure) => [
    figure.name,
    figure.value,
    figure.against,
    measureText(figure),
    goalText(figure),
  ])
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 3 ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('   ')
      .trimEnd(),
  )
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}
