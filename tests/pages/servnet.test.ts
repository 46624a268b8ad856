/** Serv@Net’s pages of the portfolio as they are built: for axe, on small screens, and what they lead to. */
import { expect, it } from 'vitest'
import { success } from '../../src/shared/contract/result.ts'
import { batchAnswers, batchScenes } from './support/batch-scenes.ts'
import { builtPages, callsOf } from './support/open-page.ts'
import { freshness } from './support/portfolio.ts'
import { messages, servnetAnswers, servnetScenes } from './support/servnet-scenes.ts'
import { violations, widerThanSmallWindow } from './support/violations.ts'

const { visit } = builtPages()

it.each([...servnetScenes, ...batchScenes])('$name: nothing that axe knows', async (scene) => {
  const { path, act } = scene
  const answers = { ...servnetAnswers, ...batchAnswers, ...scene.answers }
  const page = await visit(path, { answers })
  await act?.(page)
  expect(await violations(page)).toEqual([])
  expect(await widerThanSmallWindow(page)).toBe(0)
})

it('a message is opened at its own path, is read by that, and leads back', async () => {
  const page = await visit('/servnet/messages', { answers: servnetAnswers })
  await page.getByRole('link', { name: /Maintenance dimanche/u }).click()
  await page.getByRole('heading', { level: 1, name: 'Maintenance dimanche' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/servnet/messages/m1')
  expect(await page.getByText(/Votre travail hors ligne continue/u).isVisible()).toBe(true)
  await expect.poll(() => callsOf(page, 'servnet.readMessage')).toEqual([{ id: 'm1' }])
  const read = messages.map((message) => ({ ...message, read: true }))
  await page.evaluate((answer) => window.answerPortal('servnet.messages', answer), {
    ok: true,
    data: { page: { items: read, nextCursor: null }, freshness },
  })
  await page.goBack()
  await page.getByRole('link', { name: /^Maintenance dimanche/u }).waitFor()
})

it('a message that is not there says so', async () => {
  const page = await visit('/servnet/messages/m9', { answers: servnetAnswers })
  await page.getByText('Ce message n’existe pas, ou il n’est pas pour vous.').waitFor()
  expect(await callsOf(page, 'servnet.readMessage')).toEqual([])
})

it('the news of a message leads to it', async () => {
  const page = await visit('/servnet', { answers: servnetAnswers })
  await page.getByRole('link', { name: /Maintenance dimanche/u }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/servnet/messages/m1')
})

it('an application that the portal refuses as there is one already leads to that one', async () => {
  const refused = {
    kind: 'refused' as const,
    error: { code: 'application_pending' as const, params: { applicationId: 'p7' } },
  }
  const page = await visit('/servnet/apply?buyer=100000', {
    answers: { ...servnetAnswers, 'servnet.apply': success(refused) },
  })
  const check = servnetScenes.find(({ name }) => name === 'applied')
  await check?.act?.(page)
  await page.getByRole('alert').getByRole('link').click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/servnet/applications/p7')
})

it('a limit shows its course as a line, whose values the keyboard reads, and as a table', async () => {
  const page = await visit('/servnet/limits/l1', { answers: servnetAnswers })
  const chart = page.getByRole('figure', { name: 'Évolution de la limite' })
  await chart.waitFor()
  const rows = page.getByRole('table', { name: 'Historique' }).getByRole('row')
  expect(await rows.count()).toBe(6)
  expect(await rows.nth(2).textContent()).toMatch(/2 mars 2026.*150\s000/u)
})

it('the list of limits is beside policies, applications, exposure and turnover', async () => {
  const page = await visit('/servnet/limits', { answers: servnetAnswers })
  const nav = page.getByRole('navigation', { name: 'Produits' })
  expect(await nav.getByRole('link').count()).toBe(5)
  expect(await nav.locator('[aria-current=page]').textContent()).toBe('Limites de crédit')
})

it('policies say what their conditions mean', async () => {
  const page = await visit('/servnet/policies', { answers: servnetAnswers })
  await page.getByRole('button', { name: 'Que signifie : Préavis ?' }).click()
  await page.getByText(/l’ancienne compte encore 30 jours/u).waitFor()
})

it('alerts are of one kind, handled or not', async () => {
  const page = await visit('/servnet/alerts', { answers: servnetAnswers })
  const rows = page.locator('main li')
  expect(await rows.count()).toBe(2)
  await page.getByText('Traitées', { exact: true }).click()
  await expect.poll(() => rows.count()).toBe(1)
  await page.getByRole('combobox').selectOption('limit_reduced')
  await expect.poll(() => rows.count()).toBe(0)
  expect(new URL(page.url()).search).toBe('?kind=limit_reduced&state=handled')
})
