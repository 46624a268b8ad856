/** The customers of a ledger: their columns, how they are found, and the way to one. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { lastAsked, openExposure as open, rows, scriptExposure } from '../../support/exposure.tsx'
import { callsOf } from '../../support/fake-portal.ts'
import { visited } from '../../support/stage.tsx'

beforeEach(scriptExposure)

/** What one sees of the first row, and not what is hidden. */
const firstLines = () => document.querySelector<HTMLElement>('[role=grid] tbody tr')?.innerText

describe('the customers', () => {
  test('each has its buyer, amounts, days and states, or is to be identified', async () => {
    await open()
    await expect.poll(() => rows().length).toBeGreaterThan(6)
    const [first, , third, , fifth, sixth] = rows()
    expect(first).toMatch(
      /^L’Atelier de la VesdreL’Atelier de la Vesdre SRL98 700 EUR80 000 EUR18 700 EUR.*02\/12\/2026Au-delà de la limiteÀ déclarer$/u,
    )
    expect(third).toMatch(/^Delhaize FrèresDites qui c’est.*Sans limite connueDites qui c’est$/u)
    expect(fifth).toMatch(/^株式会社テストAcheteur inconnu/u)
    expect(sixth).toMatch(/^=HYPERLINK.*–.*Cours manquant/u)
  })

  test('they are found, narrowed and sorted', async () => {
    await open()
    await expect.element(page.getByRole('grid')).toBeVisible()
    expect(lastAsked()).toMatchObject({ filters: { sort: '-owed' } })
    await userEvent.fill(page.getByRole('searchbox'), 'vesdre')
    await expect.poll(lastAsked).toMatchObject({ filters: { q: 'vesdre' } })
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Couverture' }), 'over')
    await expect.poll(lastAsked).toMatchObject({ filters: { q: 'vesdre', cover: 'over' } })
    await userEvent.click(page.getByRole('columnheader', { name: 'Date limite' }))
    await expect
      .poll(lastAsked)
      .toMatchObject({ filters: { q: 'vesdre', cover: 'over', sort: 'report_by' } })
  })

  test('which columns there are, and how close the rows, is the person’s to say', async () => {
    await open()
    await userEvent.click(page.getByRole('button', { name: 'Affichage' }))
    await userEvent.click(page.getByRole('menuitemcheckbox', { name: 'Déclaration' }))
    await expect
      .element(page.getByRole('columnheader', { name: 'Déclaration' }))
      .not.toBeInTheDocument()
    const saved = callsOf('credit.saveListView').at(-1)
    expect(saved).toMatchObject({ list: 'ledger_customers', view: { density: 'dense' } })
    expect(JSON.stringify(saved)).not.toContain('reporting')
  })

  test('an address that names what there is not shows them all', async () => {
    await open('?cover=best&sort=price&who=me')
    await expect.poll(lastAsked).toMatchObject({ filters: { sort: '-owed' } })
    expect(lastAsked()).not.toHaveProperty('filters.cover')
  })

  test('Enter opens one', async () => {
    await open()
    await expect.element(page.getByRole('grid')).toBeVisible()
    page.getByRole('grid').element().querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(visited.at(-1)).toBe('/servnet/exposure/k1')
  })

  test('a row has two lines where there is little room', async () => {
    await page.viewport(600, 900)
    await open()
    await expect
      .poll(() => firstLines()?.replaceAll(/\s+/gu, ' '))
      .toBe('L’Atelier de la Vesdre 98 700 EUR Au-delà de la limite À déclarer')
  })
})
