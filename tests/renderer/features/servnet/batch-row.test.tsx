/** One row of a table of applications: which buyer it means, chosen by keyboard, and changed again. */
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RowDialog } from '../../../../src/renderer/features/servnet/batch/row-dialog.tsx'
import type { BatchRowView } from '../../../../src/shared/contract/servnet/batch.ts'
import { scriptApplying } from '../../support/apply.ts'
import { signedIn } from '../../support/fake-portal.ts'
import { show } from '../../support/stage.tsx'

const twin = (id: string, town: string) => ({
  id,
  name: 'Delhaize Frères',
  country: 'BE',
  town,
  registrationNumber: null,
})
const twins = [twin('b1', 'Namur'), twin('b2', 'Liège'), twin('b3', 'Gand')]

const ambiguous: BatchRowView = {
  key: 4,
  place: 6,
  state: 'wrong',
  texts: { name: 'Delhaize Frères', country: 'BE', amount: '25.000,00' },
  amount: { amount: '25000.00', currency: 'EUR' },
  buyer: null,
  candidates: twins,
  problems: [{ field: 'name', code: 'buyer_ambiguous' }],
  warnings: [],
}

async function open(row: BatchRowView) {
  scriptApplying()
  const onChange = vi.fn()
  await show(<RowDialog row={row} onChange={onChange} onClose={() => undefined} />, signedIn)
  return onChange
}

const save = () => page.getByRole('button', { name: 'Enregistrer' })

test('any of them can be reached by the arrows, and counts once the row is saved', async () => {
  const onChange = await open(ambiguous)
  const radios = page.getByRole('radio')
  await expect.element(radios.nth(3)).toBeVisible()
  for (const radio of radios.elements()) expect(radio).not.toBeChecked()
  radios.nth(0).element().focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(page.getByRole('radio', { name: /Gand/u })).toBeChecked()
  expect(onChange).not.toHaveBeenCalled()
  await userEvent.click(save())
  expect(onChange.mock.calls).toEqual([[{ kind: 'row', key: 4, texts: {}, buyerId: 'b3' }]])
})

test('one that was chosen is shown as such, and another can be chosen', async () => {
  const onChange = await open({
    ...ambiguous,
    state: 'ready',
    buyer: twin('b1', 'Namur'),
    problems: [],
  })
  await expect.element(page.getByRole('radio', { name: /Namur/u })).toBeChecked()
  await userEvent.click(page.getByRole('radio', { name: /Liège/u }))
  await userEvent.click(save())
  expect(onChange.mock.calls).toEqual([[{ kind: 'row', key: 4, texts: {}, buyerId: 'b2' }]])
})

test('what is saved without a choice leaves it open', async () => {
  const onChange = await open(ambiguous)
  await userEvent.fill(page.getByLabelText('Montant'), '30.000,00')
  await userEvent.click(save())
  const texts = { amount: '30.000,00' }
  expect(onChange.mock.calls).toEqual([[{ kind: 'row', key: 4, texts, buyerId: undefined }]])
})
