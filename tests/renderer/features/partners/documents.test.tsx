/** Documents for brokers: by topic, searched, opened and saved. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DocumentsPage } from '../../../../src/renderer/features/partners/documents-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import type { Language } from '../../../../src/shared/languages.ts'
import { someDocuments } from '../../../support/partner-documents.ts'
import { freshness } from '../../support/credit.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { show, visited } from '../../support/stage.tsx'

let people = 0
const somebody = (language: Language = 'fr'): AppState => {
  people += 1
  const user = { username: `reader${people}`, displayName: null, language, services: [] }
  return { ...signedIn, language, session: { kind: 'ready', user } }
}

const showList = (language?: Language, path = '/partners/documents') =>
  show(<DocumentsPage />, somebody(language), path)
const titles = () =>
  [...document.querySelectorAll('#documents li bdi')].map((one) => one.textContent)
const headings = () => [...document.querySelectorAll('#documents h2')].map((one) => one.textContent)

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({
    'partners.documents': () =>
      success({ documents: [...someDocuments], isWhole: true, freshness }),
    'partners.openDocument': () => success({}),
    'partners.saveDocument': () => success({ kind: 'saved', fileName: 'lettre.pdf' }),
  })
})

test('stand under their topics, each with its language, day and size', async () => {
  await showList()
  await expect.poll(headings).toEqual(['Conditions', 'Formulaires', 'Actualités', 'Brochures'])
  const rows = [...document.querySelectorAll('#documents li')].map((row) =>
    row.textContent.replaceAll(/\s+/gu, ' '),
  )
  expect(rows[0]).toMatch(/générales.*Français.*20 novembre 2026.*PDF, 3,4 Mo/u)
  expect(rows[1]).toMatch(/Nederlands.*PDF, 12 ko/u)
  // Not nothing, however small.
  expect(rows[2]).toMatch(/DOCX, 1 ko/u)
  await expect.element(page.getByText(/^5\s+documents$/u)).toBeVisible()
})

test.each([
  ['generales', ['Conditions générales de la police Modula']],
  ['QUESTIONNAIRE.docx', [someDocuments[3]?.title]],
  ['modula polis', ['Algemene voorwaarden van de polis Modula']],
  ['zébulon', []],
])('“%s” finds %j as one types', async (typed, found) => {
  await showList()
  await userEvent.fill(page.getByRole('searchbox'), typed)
  await expect.poll(titles).toEqual(found)
})

test('nothing found says so, and leads back to all of them', async () => {
  await showList()
  await userEvent.fill(page.getByRole('searchbox'), 'zébulon')
  await expect.element(page.getByText(/Aucun document «\s*zébulon\s*»/u)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Voir tous les documents' }))
  await expect.poll(() => titles().length).toBe(5)
})

test('a topic and a language narrow them, and stand in the address', async () => {
  await showList()
  await userEvent.click(page.getByRole('radio', { name: 'Conditions' }))
  await expect.poll(headings).toEqual(['Conditions'])
  expect(visited.at(-1)).toBe('/partners/documents?topic=conditions')
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Langue' }), 'nl')
  await expect.poll(titles).toEqual(['Algemene voorwaarden van de polis Modula'])
})

test('one is opened, and one is saved, by the keyboard alone', async () => {
  await showList()
  await expect.element(page.getByRole('searchbox')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => callsOf('partners.openDocument')).toEqual([{ id: 'conditions-fr' }])
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.poll(() => callsOf('partners.saveDocument')).toEqual([{ id: 'conditions-fr' }])
  await expect.element(page.getByText(/Enregistré\s+: lettre\.pdf/u)).toBeVisible()
})

test('one that cannot be fetched says why and what next; the list stays', async () => {
  answerFromNowOn({ 'partners.saveDocument': () => failure({ code: 'portal_unreachable' }) })
  await showList()
  await userEvent.click(page.getByRole('button', { name: /^Enregistrer «\s*Lettre/u }))
  await expect.element(page.getByRole('alert')).toBeVisible()
  expect(titles()).toHaveLength(5)
})

test('none at all says so', async () => {
  answerFromNowOn({
    'partners.documents': () => success({ documents: [], isWhole: true, freshness }),
  })
  await showList('nl')
  await expect.element(page.getByText(/geen documenten gepubliceerd/u)).toBeVisible()
})
