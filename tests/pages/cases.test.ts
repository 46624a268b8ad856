/** Collect@Net’s pages as they are built: for axe, on small screens, and what they lead to. */
import { expect, it } from 'vitest'
import { success } from '../../src/shared/contract/result.ts'
import { caseAnswers, caseScenes } from './support/case-scenes.ts'
import { builtPages, callsOf } from './support/open-page.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { visit } = builtPages()

it.each(caseScenes)('$name: nothing that axe knows', async ({ path, answers, act }) => {
  const page = await visit(path, { answers: { ...caseAnswers, ...answers } })
  await act?.(page)
  expect(await violations(page)).toEqual([])
  expect(await widerThanSmallWindow(page)).toBe(0)
})

it('a case is opened from the list with the keyboard, and leads back', async () => {
  const page = await visit('/collectnet', { answers: caseAnswers })
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/collectnet/cases/c0')
  await page.getByRole('link', { name: 'Dossiers de recouvrement' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/collectnet')
})

it('documents of a case are opened, saved and added with the keyboard, up to as many as there may be', async () => {
  const page = await visit('/collectnet/cases/c6', {
    answers: {
      ...caseAnswers,
      'collectnet.openDocument': success({}),
      'collectnet.saveDocument': success({ kind: 'saved', fileName: 'Facture.pdf' }),
      'collectnet.addDocuments': success({ kept: [], refused: [] }),
    },
  })
  await page.getByRole('button', { name: 'Ouvrir Facture F2026-10611.pdf' }).press('Enter')
  await page.getByRole('button', { name: /^Enregistrer Facture/u }).press('Enter')
  await page.getByText('Enregistré sous Facture.pdf.').waitFor()
  await page.getByRole('button', { name: 'Ajouter des documents' }).press('Enter')
  await expect.poll(() => callsOf(page, 'collectnet.addDocuments')).toHaveLength(1)
  expect(await callsOf(page, 'collectnet.openDocument')).toEqual([
    { kind: 'ofCase', caseId: 'c6', id: 'd1' },
  ])
  expect(await callsOf(page, 'collectnet.addDocuments')).toEqual([{ caseId: 'c6', room: 18 }])
})

it('a case that waits is edited and given up where the cases are', async () => {
  const waiting = caseScenes.find(({ name }) => name === 'cases, and some that wait')
  const answers = { ...caseAnswers, ...waiting?.answers }
  const page = await visit('/collectnet', {
    answers: { ...answers, 'outbox.discard': success({ items: [] }) },
  })
  const section = page.getByRole('region', { name: 'En attente d’envoi' })
  expect(await section.getByRole('listitem').count()).toBe(2)
  const edit = section.getByRole('link', { name: /^Modifier/u }).first()
  expect(await edit.getAttribute('href')).toBe('/collectnet/new?edit=e1')
  await section
    .getByRole('button', { name: /^Abandonner/u })
    .first()
    .press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Abandonner' }).click()
  await section.waitFor({ state: 'detached' })
  expect(await callsOf(page, 'outbox.discard')).toEqual([{ id: 'o-e1' }])
})
