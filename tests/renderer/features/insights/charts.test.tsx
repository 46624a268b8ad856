import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { z } from 'zod'
import { success } from '../../../../src/shared/contract/result.ts'
import { busyDashboard, eur, guideDashboard } from '../../support/dashboard.ts'
import { answerFromNowOn, callsOf } from '../../support/fake-portal.ts'
import { panel, scriptInsights, showDashboard, textOf } from '../../support/insights.tsx'

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptInsights()
})

/** What the "?" of a figure says. */
async function explained(figure: string): Promise<string> {
  await userEvent.click(page.getByRole('button', { name: `Comment se calcule : ${figure}` }))
  const popup = page.getByRole('dialog')
  await expect.element(popup).toBeVisible()
  return textOf(popup.element())
}

/** Of the bars of new decisions, in percent. */
function widths(): readonly number[] {
  return [...panel('Nouvelles décisions').element().querySelectorAll('rect[data-fill]')].map(
    (bar) => Number.parseFloat(bar.getAttribute('width') ?? ''),
  )
}

async function choose(name: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: 'Options : Acceptation du risque' }))
  await userEvent.click(page.getByRole('menuitem', { name }))
}

describe('a chart', () => {
  test('is one stop of the keyboard; arrow keys go through its values and say them', async () => {
    await showDashboard(busyDashboard)
    const chart = page.getByRole('figure', { name: 'Acceptation du risque par mois' })
    chart.element().focus()
    await expect.element(chart.getByRole('status')).toHaveTextContent('juillet 2016 : 71 %')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect.element(chart.getByRole('status')).toHaveTextContent('mai 2016 : 74 %')
    await userEvent.keyboard('{Home}')
    await expect.element(chart.getByRole('status')).toHaveTextContent('août 2015 : 62 %')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(chart.getByRole('status')).toHaveTextContent('août 2015 : 62 %')
  })

  test('draws bars in proportion, and of nothing the track alone', async () => {
    await showDashboard(busyDashboard)
    await expect.poll(widths).toHaveLength(4)
    const [zero, notCovered, covered, full] = widths()
    expect(full).toBe(100)
    expect(zero).toBeCloseTo(100 * (1_250_000 / 7_420_000))
    expect(notCovered).toBeCloseTo(100 * (2_140_500 / 7_420_000))
    expect(covered).toBeCloseTo(100 * (3_890_250 / 7_420_000))
    await userEvent.hover(page.getByText('Partielles (couvert)'))
    await expect
      .poll(() => textOf(panel('Nouvelles décisions').getByRole('status').first().element()))
      .toBe('')
  })

  test('is a table, too, which can be copied and exported', async () => {
    answerFromNowOn({
      'credit.export': () =>
        success({ kind: 'saved', path: '/home/marie/rows.xlsx', rows: 24_377 }),
    })
    await showDashboard(busyDashboard)
    await choose('Afficher en tableau')
    const table = panel('Acceptation du risque').getByRole('table')
    await expect
      .poll(() => textOf(table.getByRole('row').nth(12).element()))
      .toBe('juillet 201671 %')
    let copied = ''
    const listen = (event: ClipboardEvent) => {
      copied = event.clipboardData?.getData('text/plain') ?? ''
    }
    window.addEventListener('copy', listen)
    await choose('Copier le tableau')
    window.removeEventListener('copy', listen)
    await expect.element(page.getByText('Le tableau est copié.')).toBeVisible()
    expect(copied.split('\n')).toHaveLength(13)
    await choose('Exporter en XLSX')
    await expect.element(page.getByText(/24\s?377 lignes enregistrées dans/u)).toBeVisible()
    expect(callsOf('credit.export')).toEqual([
      {
        format: 'xlsx',
        columns: null,
        table: { kind: 'figure', figure: 'risk-acceptance', report: { currency: 'EUR' } },
      },
    ])
  })
})

const exportsSchema = z.array(z.object({ table: z.object({ figure: z.string() }) }))

/** Saves all that the panel’s menu offers as XLSX, and says what was saved so far. */
async function exported(title: string): Promise<readonly string[]> {
  const button = panel(title).getByRole('button', { name: /^Options/u })
  const menu = page.getByRole('menu')
  const entries = menu.getByRole('menuitem', { name: /XLSX/u })
  await userEvent.click(button)
  await expect.element(menu).toBeVisible()
  const count = entries.elements().length
  await userEvent.keyboard('{Escape}')
  for (let index = 0; index < count; index += 1) {
    // oxlint-disable no-await-in-loop -- one after the other, as one presses them
    // A menu on its way out would be closed by the press that is to open it.
    await expect.element(menu).not.toBeInTheDocument()
    await userEvent.click(button)
    await userEvent.click(entries.nth(index))
    // oxlint-enable no-await-in-loop
  }
  return exportsSchema.parse(callsOf('credit.export')).map(({ table }) => table.figure)
}

test('a panel of several figures exports the rows of each', async () => {
  answerFromNowOn({ 'credit.export': () => success({ kind: 'cancelled' }) })
  await showDashboard(busyDashboard)
  expect(await exported('Nouvelles décisions')).toEqual([
    'new-decisions-zero',
    'new-decisions-partial',
    'new-decisions-full',
  ])
  expect((await exported('Déductions et demandes')).slice(3)).toEqual([
    'deductions',
    'future-deductions',
    'pending-applications',
    'customer-cuts',
    'ended-temporary',
  ])
})

describe('a “?”', () => {
  test.each([
    ['Acceptation du risque', '57 % = 5 700 EUR accordés sur 10 000 EUR demandés.'],
    ['Total des demandes', '1 = 1 décidées + 0 en attente.'],
    [
      'Notation moyenne pondérée des acheteurs (ABR)',
      '43 est calculé sur 5 700 EUR de limites notées, soit 100 % de 5 700 EUR au total.',
    ],
    ['Nouvelles décisions', '0 EUR + 0 EUR + 0 EUR + 0 EUR = 0 EUR demandés.'],
    ['Déductions futures', 'Déductions futures : 0 EUR.'],
  ])('says how %s is computed, with these numbers', async (figure, computation) => {
    await showDashboard(guideDashboard)
    expect(await explained(figure)).toContain(computation)
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('adds up the four bars exactly', async () => {
    const newDecisions = {
      zero: eur('9007199254740993.01'),
      partialNotCovered: eur('0.10'),
      partialCovered: eur('0.20'),
      full: eur('0.0001'),
    }
    await showDashboard({
      ...guideDashboard,
      change: { ...guideDashboard.change, newDecisions },
    })
    expect(await explained('Nouvelles décisions')).toContain('= 9 007 199 254 740 993,31 EUR')
  })
})
