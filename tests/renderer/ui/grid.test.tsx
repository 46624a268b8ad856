import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { fittingColumns } from '../../../src/renderer/ui/grid/fitting-columns.ts'
import { Grid } from '../../../src/renderer/ui/grid/grid.tsx'
import {
  rowsOf,
  type GridColumn,
  type GridRows,
  type GridSort,
  type GridWindow,
} from '../../../src/renderer/ui/grid/grid-props.ts'
import { scriptPortal, signedIn } from '../support/fake-portal.ts'
import { show } from '../support/stage.tsx'

type Row = { readonly id: string; readonly name: string; readonly amount: number }

const columns: readonly GridColumn<Row>[] = [
  { id: 'name', name: 'Nom', width: 16, cell: ({ name }) => name, sorts: 'ascending' },
  { id: 'id', name: 'Numéro', width: 8, cell: ({ id }) => id },
  {
    id: 'amount',
    name: 'Montant',
    width: 10,
    align: 'end',
    sorts: 'descending',
    narrow: 'end',
    cell: ({ amount }) => String(amount),
    sum: '250 000',
  },
]

const many = 250_000

/** Made as they are asked for, as a window of them would be. */
const rows: GridRows<Row> = {
  total: many,
  at: (index) => ({ id: String(index), name: `Acheteur ${index}`, amount: index }),
}

type StageProps = {
  readonly rows?: GridRows<Row>
  readonly startAt?: number
  readonly onOpen?: (row: Row, index: number) => void
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])
}

function Stage({ rows: shown = rows, startAt, onOpen }: StageProps) {
  const [sort, setSort] = useState<GridSort | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      <button type="button">Avant</button>
      <Grid
        label="Acheteurs"
        columns={columns}
        rows={shown}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={({ id }) => setSelected((before) => toggled(before, id))}
        onOpen={onOpen}
        startAt={startAt}
        empty={<p>Personne</p>}
      />
    </>
  )
}

beforeEach(async () => {
  scriptPortal({})
  await page.viewport(1280, 800)
})

const grid = page.getByRole('grid', { name: 'Acheteurs' })
const rowCalled = (name: string) => grid.getByRole('row', { name: new RegExp(`^${name} `, 'u') })
const cell = (name: string) => grid.getByRole('rowheader', { name, exact: true })

async function enter() {
  await userEvent.click(page.getByRole('button', { name: 'Avant' }))
  await userEvent.tab()
}

function scroller(): HTMLElement {
  const frame = grid.element().parentElement
  if (frame === null) throw new Error('The grid stands alone')
  return frame
}

function firstDrawn(): number {
  return Number(grid.element().querySelector<HTMLElement>('tbody tr')?.dataset['row'])
}

function topOf(element: Element | undefined): number {
  return element?.getBoundingClientRect().top ?? 0
}

const cellsOf = (row: Element) => row.children.length

/** Whether the whole cell lies in what shows of the rows. */
function isInView(name: string): boolean {
  const { top, bottom } = cell(name).element().getBoundingClientRect()
  const head = grid.element().querySelector('thead')?.getBoundingClientRect().bottom ?? 0
  const foot = grid.element().querySelector('tfoot')?.getBoundingClientRect().top ?? 0
  return top >= head - 1 && bottom <= foot + 1
}

test('says how many rows there are, and which ones are drawn', async () => {
  await show(<Stage />, signedIn)
  await expect.element(grid).toHaveAttribute('aria-rowcount', String(many + 2))
  await expect.element(rowCalled('Acheteur 0')).toHaveAttribute('aria-rowindex', '2')
  expect(grid.element().querySelectorAll('tr').length).toBeLessThan(60)
})

test('the keyboard reaches the last of 250,000 rows, and comes back', async () => {
  await show(<Stage />, signedIn)
  await enter()
  await expect.element(cell('Acheteur 0')).toHaveFocus()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  const last = grid.getByRole('gridcell', { name: String(many - 1), exact: true }).last()
  await expect.element(last).toHaveFocus()
  await expect.poll(() => isInView(`Acheteur ${many - 1}`)).toBe(true)
  await userEvent.keyboard('{Home}{ArrowUp}')
  await expect.element(cell(`Acheteur ${many - 2}`)).toHaveFocus()
  await userEvent.keyboard('{PageUp}{PageDown}')
  await expect.element(cell(`Acheteur ${many - 2}`)).toHaveFocus()
  await userEvent.keyboard('{Control>}{Home}{/Control}')
  await expect.element(cell('Acheteur 0')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowRight}')
  await expect.element(grid.getByRole('gridcell', { name: '1', exact: true }).first()).toHaveFocus()
})

test('no element is taller than a browser lets it be, and the scroll bar leads through all rows', async () => {
  await show(<Stage />, signedIn)
  await expect.element(rowCalled('Acheteur 0')).toBeVisible()
  expect(scroller().scrollHeight).toBeLessThan(1_100_000)
  scroller().scrollTop = scroller().scrollHeight
  await expect.poll(() => isInView(`Acheteur ${many - 1}`)).toBe(true)
  scroller().scrollTop = scroller().scrollHeight / 2
  await expect.poll(() => Math.abs(firstDrawn() - many / 2)).toBeLessThan(100)
})

test('of rows that one flies past names are drawn, and all of them once one rests', async () => {
  await show(<Stage />, signedIn)
  await expect.element(rowCalled('Acheteur 0')).toBeVisible()
  const all = cellsOf(rowCalled('Acheteur 0').element())
  const drawn = new Set<number>()
  const observer = new MutationObserver(() => {
    for (const row of grid.element().querySelectorAll('tbody tr')) drawn.add(cellsOf(row))
  })
  observer.observe(grid.element(), { childList: true, subtree: true })
  scroller().scrollTop = scroller().scrollHeight / 2
  await expect.poll(() => Math.abs(firstDrawn() - many / 2)).toBeLessThan(100)
  await expect
    .poll(() => [...grid.element().querySelectorAll('tbody tr')].map(cellsOf))
    .toSatisfy((cells: readonly number[]) => cells.every((count) => count === all))
  observer.disconnect()
  expect(drawn).toEqual(new Set([1, all]))
})

test('a wheel moves the rows pixel by pixel, wherever one is', async () => {
  await show(<Stage />, signedIn)
  await enter()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await expect.poll(() => isInView(`Acheteur ${many - 1}`)).toBe(true)
  await expect.element(cell(`Acheteur ${many - 5}`)).toBeInTheDocument()
  const at = () =>
    cell(`Acheteur ${many - 5}`)
      .element()
      .getBoundingClientRect().top
  const before = at()
  scroller().dispatchEvent(new WheelEvent('wheel', { deltaY: -108 }))
  scroller().scrollTop -= 108
  await expect.poll(() => Math.round(at() - before)).toBe(108)
})

test('a row that is scrolled out of view keeps the focus, and a key goes on from it', async () => {
  await show(<Stage />, signedIn)
  await enter()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(cell('Acheteur 1')).toHaveFocus()
  scroller().scrollTop = scroller().scrollHeight
  await expect.poll(() => isInView(`Acheteur ${many - 1}`)).toBe(true)
  await expect.element(grid).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(cell('Acheteur 2')).toHaveFocus()
  expect(isInView('Acheteur 2')).toBe(true)
})

test('Enter opens, Space selects, letters lead to a name', async () => {
  const opened: unknown[] = []
  const names = ['Álvarez', 'Škoda', 'L’Oréal', 'Ørsted A/S', 'ООО «Ромашка»', 'Škofja']
  const shown = rowsOf(names.map((name, index) => ({ id: `b${index}`, name, amount: index })))
  await show(
    <Stage rows={shown} onOpen={({ name }, index) => opened.push([name, index])} />,
    signedIn,
  )
  await enter()
  await userEvent.keyboard('sko')
  await expect.element(cell('Škoda')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(opened).toEqual([['Škoda', 1]])
  await userEvent.keyboard('{End}{Home}')
  await expect.element(cell('Škoda')).toHaveFocus()
  await userEvent.click(cell('ООО «Ромашка»'))
  expect(opened.at(-1)).toEqual(['ООО «Ромашка»', 4])
  // After an arrow a space is no longer part of what is typed.
  await userEvent.keyboard('{ArrowDown} ')
  await expect.element(rowCalled('Škofja')).toHaveAttribute('aria-selected', 'true')
  await userEvent.keyboard(' ')
  await expect.element(rowCalled('Škofja')).toHaveAttribute('aria-selected', 'false')
})

test('the names of the columns sort, by the keyboard too', async () => {
  await show(<Stage />, signedIn)
  await enter()
  await userEvent.keyboard('{ArrowUp}')
  const name = grid.getByRole('columnheader', { name: /^Nom/u })
  await expect.element(name.getByRole('button')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(name).toHaveAttribute('aria-sort', 'ascending')
  await userEvent.keyboard('{End}{Enter}')
  const amount = grid.getByRole('columnheader', { name: /^Montant/u })
  await expect.element(amount).toHaveAttribute('aria-sort', 'descending')
  await userEvent.click(amount.getByRole('button'))
  await expect.element(amount).toHaveAttribute('aria-sort', 'ascending')
  await expect.element(name).toHaveAttribute('aria-sort', 'none')
  await expect
    .element(grid.getByRole('columnheader', { name: 'Numéro' }))
    .not.toHaveAttribute('aria-sort')
})

test('rows on their way hold their place, and are asked for in the way that one scrolls', async () => {
  const asked: GridWindow[] = []
  const away: GridRows<Row> = {
    total: many,
    at: (index) => (index < 5 ? rows.at(index) : undefined),
    show: (window) => void asked.push(window),
  }
  await show(<Stage rows={away} />, signedIn)
  await expect.element(rowCalled('Acheteur 4')).toBeVisible()
  const waiting = grid.element().querySelector('[data-row="5"]')
  expect(waiting?.getAttribute('aria-busy')).toBe('true')
  expect(waiting?.getBoundingClientRect().height).toBe(36)
  scroller().scrollTop = scroller().scrollHeight
  await expect.poll(() => asked.at(-1)).toMatchObject({ to: many, direction: 'down' })
  scroller().scrollTop = 0
  await expect.poll(() => asked.at(-1)).toMatchObject({ from: 0, direction: 'up' })
})

test('one comes back to the row that one left, with the focus', async () => {
  await show(<Stage startAt={123_456} />, signedIn)
  await expect.element(cell('Acheteur 123456')).toHaveFocus()
  expect(isInView('Acheteur 123456')).toBe(true)
})

test('with little room a row has two lines', async () => {
  await page.viewport(400, 800)
  await show(<Stage />, signedIn)
  await expect.element(rowCalled('Acheteur 0')).toBeVisible()
  const [lead, number, amount] = [
    ...(grid.element().querySelector('[data-row="0"]')?.children ?? []),
  ]
  expect(topOf(number)).toBeGreaterThan(topOf(lead))
  expect(Math.abs(topOf(amount) - topOf(lead))).toBeLessThan(4)
  await enter()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await expect.poll(() => isInView(`Acheteur ${many - 1}`)).toBe(true)
})

const idsWithin = (room: number) => fittingColumns(columns, room).map(({ id }) => id)

test('columns that have no room go, those that matter least first; the first one stays', () => {
  expect(idsWithin(34)).toEqual(['name', 'id', 'amount'])
  expect(idsWithin(33)).toEqual(['name', 'amount'])
  expect(idsWithin(1)).toEqual(['name'])
})
